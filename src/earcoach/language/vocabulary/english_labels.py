"""What stands above lines and before colons in English, and what a page says beside a workout."""

from earcoach.language.vocabulary.words import each_of, listed

ASIDES = each_of(
    "progress progression progressing notes note tips tip faq comments nutrition leaderboard "
    "results references sources disclaimer glossary abbreviations legend credits scaling "
    "scale modifications modification regressions regression substitutions requirements "
    "scheduling changes changelog objectives overview points benefits safety precautions "
    "troubleshooting cue cues target targets goal goals aim aims purpose focus why hint hints "
    "reminder reminders mistakes objective motivation"
)

ASIDE_ENDS = each_of(
    "tips notes points requirements benefits precautions references sources mistakes "
    "credits schedule guidelines considerations principles rules reminders advice "
    "recommendations facts takeaways reasons zones guidance cues goals targets"
)

REMARKS = each_of(
    "description progression progressions progress regression regressions video videos "
    "muscle muscles variation variations alternative alternatives modification modifications "
    "easier harder tip tips cue cues why focus goal goals aim purpose benefits benefit "
    "mistakes common mistake form breathing coaching instructions technique remember "
    "reminder note notes important scaling scale scaled setup set-up how hint hints safety "
    "key points point link links source sources watch targets target worked works level "
    "execution movement tempo-note beginner beginners advanced intermediate adaptation "
    "adaptations differentiation swap substitute one-legged nb ps p.s. last frequency "
    "difficulty format intensity pace zone zones duration time schedule gist overview date "
    "props prop author trainer instructor location venue attendance theme concept category "
    "type style prerequisites audience figure fig image photo picture"
)

SECTIONS = each_of(
    "warmup warm-up warm up cooldown cool-down cool down main workout session block part "
    "circuit circuits finisher finish strength core cardio conditioning metcon wod stretch "
    "stretches stretching mobility activation drills skill accessory accessories "
    "accessory superset set sets section day week monday tuesday wednesday thursday "
    "friday saturday sunday upper lower body legs arms back chest shoulders abs glutes "
    "push pull phase round routine exercises stations station buy-in cash-out ladder "
    "seated standing floor standing lying work program intro cooldown wind down prep "
    "primer burnout bonus pyramid pyramids timing abs full flow pilates yoga ease "
    "intervals cycle phase stage test tests preparation technique plyometrics power speed "
    "pair couplet triplet balance flexibility recovery lift lifts hypertrophy assistance "
    "today tomorrow wu cd ms ss starter class calm skill skills w/u s/d c/d pulling pushing "
    "antagonists"
)

EQUIPMENT = listed(
    "equipment, you need, you'll need, you will need, what you need, gear, kit, needed, "
    "bring, materials, required, what to bring, things you need, what you will need, equipments"
)

CHATTER = listed(
    "set aside, carve out, get moving, and go!, subscribe, comment below, follow me, follow "
    "us, click, http, www., sign up, newsletter, copyright, all rights, posted by, read more, "
    "share this, likes, upvote, download, discount, % off, shop, app store, tag a friend, "
    "hashtag, privacy, cookie, advert, sponsor, parking, see you, let me know, link in bio, "
    "photo:, photographs:, words:, author, published, updated, from our, tune in, watch now, "
    "leaderboard, scoreboard, posted on, min read, minute read, posts:, joined:, join date, "
    "affiliate, free trial, music:, business:, jump to, says:, tag me"
)

TOTALS = listed(
    "total, level:, difficulty:, goal:, focus:, time:, duration, estimated, clean up, set "
    "up, setup time, length:, post results, post your, post time, post score, post load, post "
    "rounds, post weight, test max, retest"
)

ONE_WAY = listed(
    "in one direction, one direction, in each direction, one way, this way, to one side, on "
    "one side, on one leg, with one leg, on one arm, with one arm, forward, forwards, "
    "clockwise, on the first side, on one foot, with one hand"
)

OTHER_WAY = listed(
    "in the other direction, in the other, in the opposite direction, in the opposite, the "
    "other direction, the opposite direction, the other way, that way, to the other side, to "
    "the other, on the other side, on the other leg, on the other arm, on the other foot, on "
    "the other, with the other leg, with the other arm, with the other hand, with the other, "
    "the other side, backward, backwards, counterclockwise, counter-clockwise, "
    "anticlockwise, anti-clockwise, on the second side, in reverse"
)
