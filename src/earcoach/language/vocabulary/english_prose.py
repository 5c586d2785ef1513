"""The words of workouts written in English."""

from earcoach.language.vocabulary import english_turns as turns
from earcoach.language.vocabulary.english_columns import COLUMNS
from earcoach.language.vocabulary.english_labels import (
    ASIDE_ENDS,
    ASIDES,
    CHATTER,
    EQUIPMENT,
    ONE_WAY,
    OTHER_WAY,
    REMARKS,
    SECTIONS,
    TOTALS,
)
from earcoach.language.vocabulary.english_movements import (
    BODY,
    LASTING,
    MOVEMENTS,
    MOVING,
    SPORTS,
    STATIC,
    STATIC_NAMES,
    WAYS,
)
from earcoach.language.vocabulary.prose import Prose
from earcoach.language.vocabulary.words import each_of, listed, phrases

ENGLISH_PROSE = Prose(
    rounds=turns.ROUNDS,
    through=turns.THROUGH,
    looping=each_of("repeat repeats loop times x of for the start begin"),
    loop_ends=each_of("end endloop endrepeat"),
    again=turns.AGAIN,
    more=phrases("more, more times, again"),
    templates=each_of("timing format template structure"),
    altogether=listed("total, altogether, overall, all told"),
    laps=phrases("laps, lap, cycles"),
    lead_ins=listed(
        "optional_, optionally_, "
        "after that_, after those_, after these_, after this_, after which_, then_, next_, from "
        "there_, afterwards_, now_, and then_, hold a_, hold an_, and_"
    ),
    passing=each_of(
        "through repeat circuit sequence block round around thing lot list superset workout routine"
    ),
    amrap=turns.AMRAP,
    emom=turns.EMOM,
    every=turns.EVERY,
    for_time=turns.FOR_TIME,
    untimed=turns.UNTIMED,
    cap=turns.CAP,
    tabata=turns.TABATA,
    work=turns.WORK,
    on=turns.ON,
    off=turns.OFF,
    circuit=each_of(
        "circuit rounds round superset supersets triset complex amrap emom hiit tabata"
    ),
    divisions=each_of(
        "exercises exercise block circuit part warm-up warmup cool-down cooldown finisher drills "
        "session workout routine section superset stretches activation burn-out burnout ladder"
    ),
    social=each_of(
        "everyone everybody guys folks team ladies lads thursday monday tuesday wednesday friday "
        "saturday sunday tomorrow tonight cheers thanks luck questions hello hi hey dear regards "
        "bye"
    ),
    closing=each_of(
        "best regards kind warm warmest wishes cheers thanks yours truly sincerely faithfully love "
        "with many all the take care bye"
    ),
    unfinished=each_of("the a an and or of to with your for from into by as than that"),
    signing=each_of("best cheers thanks love regards yours xx coach"),
    taking_turns=turns.TAKING_TURNS,
    asides=ASIDES,
    dosing=listed(
        "dose, dosage, prescription, execution, how, how much, how many, perform, amount, "
        "volume, reps/sets, reps & sets, sets x reps, sets/reps, sets & reps, sets and reps, "
        "scheme, do, target, goal, aim, workload"
    ),
    adapting=each_of("alternative alternatives modification modifications option tip"),
    aside_ends=ASIDE_ENDS,
    remarks=REMARKS,
    answers=listed("comment, comments, thoughts on, replies, responses, answers"),
    sections=SECTIONS,
    buy_ins=each_of("buy-in buyin cash-out cashout buy cash"),
    directions=each_of("up down in"),
    warm_up=each_of("warmup warm-up warm primer prep activation preparation ease buy-in"),
    cool_down=each_of(
        "cooldown cool-down cool wind stretch stretches stretching mobility down recovery"
    ),
    finishing=each_of("finisher finish bonus burnout burn-out cash-out"),
    days=each_of("day week workout session monday tuesday wednesday thursday friday"),
    resting_on=listed("on, for, after, with"),
    set_up=each_of(
        "incline gradient grade resistance level speed damper gear watts intensity pace"
    ),
    chapters=each_of(
        "intro introduction outro hello hi welcome goodbye bye outtakes bloopers credits thanks "
        "break breather preview overview explanation explained works equipment outro chat "
        "disclaimer subscribe"
    ),
    short_days=each_of("mon tue tues wed weds thu thur thurs fri sat sun"),
    static=STATIC,
    static_ends=(),
    static_names=STATIC_NAMES,
    stretching=each_of("stretch stretches stretching yoga split splits holds flexibility yin"),
    moving=MOVING,
    ways=WAYS,
    lasting=LASTING,
    warnings=listed(
        "stop if, stop when, stop immediately, stop and, stop straight, it hurts, if you "
        "feel, feel pain, in pain, any pain, sharp pain, causes pain, pain-free, painful, "
        "pain comes, pain gets, pain is, pain does, pain or, no pain, dizz, light-headed, "
        "lightheaded, doctor, physician, consult, not suitable, do not do, don't do this, "
        "not with a, not if, pregnan, contraindicat, numbness, tingling, fresh injur, recent "
        "injur, existing injur, have an injur, medical, gets worse, swelling, = stop, "
        "call the ward, listen to your body, see your, surgery, caution, warning:, if it gets "
        "sloppy, stop as soon, pain should, pain must, pain below, pain under, pain above, "
        "pain over, pain within, the pain scale, pain level, pain stays, pain at"
    ),
    chatter=CHATTER,
    equipment=EQUIPMENT,
    same=listed("same, same again, as above, ditto, same as above, same rest, same deal"),
    same_as=listed(
        "same, the same, as for, as with, as many as the, as many as for, as many as "
        "with, just as many"
    ),
    placing=each_of("on in stand sit lie kneel get come back turn onto up down now"),
    counting=each_of("start begin aim do try manage build go repeat think say get work"),
    staying=listed(
        "keep it there, stay there, stay here, stay for, stay in it, keep still, hang out, sink "
        "in, rest there, linger, remain, and stay, keep it up there, settle"
    ),
    swapping=each_of("swap switch change turn over other side sides leg legs arm arms the"),
    articles=each_of(
        "the a an your it them both each one his her their this that yourself up down out away"
    ),
    little=each_of(
        "the a an is are was were you your you're you'll we our us it its it's this that "
        "these those they them their he she his her i i'm i've my me will would can could "
        "should may might must have has had do does did don't be been being as if when while "
        "because so but than there here what which who how why not no yes about into from by "
        "at in on to until keep make sure"
    ),
    glue=each_of(
        "of x for then do perform complete with and a the try by at to on in w per also next "
        "finally first finish followed repeat total each is are now begin start end go about "
        "accumulate accrue"
    ),
    common=each_of(
        "the and of to a in for with on your each rest sets set reps rep x min sec seconds "
        "minutes rounds per leg side arm squat press row up down push pull plank hold "
        "stretch warm cool you is run walk jog bench curl raise lunge then weeks day week "
        "workout is it are"
    ),
    days_counted=each_of("days weeks sessions workouts"),
    not_counted=each_of(
        "move exercise station degree degrees ° inch inches in cm mm week weeks day days year "
        "years month months am pm o'clock percent people person pm. am. hours hour feet deg "
        "st nd rd th st. pound pounds lb lbs kg exercises moves movements workouts sessions "
        "stations different minutes' grip grips positions weights other others more of level "
        "levels times-a-week x-week rounds words players pairs sets-of calories per-week "
        "blocks classes points reasons ways tips parts ago off comments likes upvotes replies "
        "bpm rpm spm mph kph kmh watts watt mornings evenings nights afternoons felt feels was "
        "were went moved"
    ),
    units_in_names=listed("inch worm, inch worms"),
    labels=each_of(
        "all these those week day level step page phase block round cycle option zone part workout "
        "circuit year group version station number no no. stage chapter lesson unit grade age "
        "aged room gate vol ep episode # set rung programme program module at from until till by "
        "under over week's warrior type top season aisle volume plan route variation tier pose "
        "form rpe rir crunch seat pin hole notch pad incline resistance hr bpm setting damper "
        "cushion speed gear pair couplet triplet superset rate cadence wk"
    ),
    clock=each_of("at from until till by before after am pm a.m. p.m. o'clock since sharp"),
    how_to=each_of(
        "note notes tip tips important remember nb takes lasts hold repeat do perform keep "
        "try complete aim slowly then return maintain stay continue go that's total swap "
        "switch pause use take rest breathe inhale exhale make gently once and if when you "
        "your this that these it start begin work try finish now carefully remember focus "
        "think imagine avoid don't relax with using while increase add each both after build "
        "progress until start-by increase before hydrate consider drink eat sleep track "
        "record log wear bring listen choose pick select adjust modify reduce ensure allow "
        "consult never always think"
    ),
    openers=listed(
        "finish off with, warm up on the, cool down with, ease in first, warm up with, cool "
        "down w/, to cool down, finish with, warmup with, warm up w/, start with, begin with, "
        "to warm up, finish w/, finish on, cool down, cool-down, wind down, wind-down, to "
        "finish, wu, cd, w/u, c/d, end with, finisher, cooldown, to start, buy-in, buy in, "
        "cash-out, cash out, warm up, warm-up, warmup, get warm with, get warm, get going with, "
        "get started with, get moving with, loosen up with, "
        "loosen up"
    ),
    once_more=listed(
        "once more, one more time, all again, the same again, then again, do it again, twice "
        "through, then repeat."
    ),
    in_rounds=listed(
        "round, then repeat., and repeat., & repeat., + repeat., then repeat the, and repeat "
        "the, then start again, then go again, before repeating, before you repeat, then start "
        "over, in the middle, laps, each lap, every lap, circuit, block, through the lot, the "
        "whole lot, the whole thing, been through the, each time through, sets of the circuit, "
        "before you go again, before going again, after the last one, after the last exercise, "
        "done all, done them all, finished all, all of them, each pair, every pair, superset"
    ),
    in_exercises=listed("exercise, move, station, between each, movement, lifts, swim"),
    in_main=listed(
        "main lift, main lifts, big lifts, big lift, main exercise, compound, heavy sets"
    ),
    in_others=listed(
        "everything else, everything after, everything that follows, accessor, all else, all "
        "others, all the others, the others, others., all the rest, all other, remaining, other "
        "exercises, other lifts, isolation, assistance"
    ),
    remaining=each_of("else other others remaining remainder"),
    one_by_one=listed("straight sets"),
    in_sets=listed(
        "after each one, after every one, before the next set, before your next set, between "
        "sets, between each set, after each set, between all sets, sets, between efforts, between "
        "each effort, between pieces, between intervals, between each interval, between reps"
    ),
    all_of_them=each_of("exercise exercises move moves movement movements station stations"),
    steps=each_of("box boxes step steps bench platform block stool chair stair"),
    for_all=listed(
        "_all_, hold each, each stretch, each exercise, of each, every exercise, every move, "
        "each:, everything, reps of, each of, of the following, each move, for each, per "
        "exercise, reps each"
    ),
    totals=TOTALS,
    telling=each_of(
        "you you're you'll you've your we our i i'm i've my me it it's its is are was were "
        "this that that's these those they them their how why what which who can can't could "
        "should would will don't doesn't didn't must may might has have had want need feel "
        "because please thats youre dont cant here's there's let's we'll we're they're he's "
        "she's what's who's okay instead yes yeah yep"
    ),
    recovery=each_of(
        "walk walking standing swim jog jogging easy recovery rest between back slow active "
        "float spin light in recover cool rests each interval rep set the a gentle"
    ),
    doing_ends=listed("ing"),
    between=each_of("between recovery rest recover rests"),
    treatments=each_of("ice icing heat elevate elevation"),
    clock_notes=each_of(
        "ready prepare demo demos transition transitions breakdown explanation setup clean-up "
        "cleanup briefing workout total class announcements intro whiteboard chat takes took "
        "lasts lasted done finished program programme routine plan session series challenge "
        "guide schedule days "
    ),
    swimming=each_of(
        "free freestyle kick im fly backstroke breaststroke pull swim choice drill free/back "
        "back breast descend desc stroke crawl front-crawl fc fr bk br paddles buoy"
    ),
    cadence=listed("4-count, 4 count, four-count, four count, 4ct, 4-ct, 4 ct, 2-count, 2 count"),
    leading_on=listed("as follows, broken down, made up of, consisting of, split into, like this"),
    sports=SPORTS,
    pool=each_of("pool swim swimming swimmers lane lanes freestyle backstroke breaststroke fins"),
    variants=listed(
        "beginner, beginners, newbies, newcomers, new to, advanced, intermediate, level 1, level "
        "2, level 3, lane, lanes, if you are new, if you're new, if you only, short on time, "
        "in a hurry, easier:, harder:, scaled, to scale, older, kids, juniors, seniors"
    ),
    beside=listed(
        "thoughts on, thought on, comments, leave a reply, leave a comment, responses to, replies "
        "to, you might also, you may also, related, read next, keep reading, more from, recent "
        "posts, popular posts, latest posts, about the author, share this, what readers say"
    ),
    besides=listed(
        "optional, option, last one, last set, on the last, on last, level 1, level 2, level 3, "
        "easier, harder, progress, progression, to progress, too easy, too hard, if this, if that, "
        "regress, variation, or try, aim for, expect, alternatively"
    ),
    conditions=listed(
        "_in as few_, _in as many sets_, _however_, _only if_, _if_, _unless_, _but only_, _as "
        "long as_"
    ),
    spending=each_of("leave give allow spend"),
    subjects=each_of("i we"),
    building=listed(
        "build to, build up to, work to, work up to, find, find your, find a, establish, "
        "establish a, hit, test, test your, retest"
    ),
    heavy=each_of("a an your heavy max maximal today's for the day of single double triple"),
    measured=each_of("training heart rate hr vo2 power"),
    efforts=each_of("pace effort intensity speed zone"),
    verbs=listed(
        "unwind with_, relax with_, start your day with_, begin your day with_, end your day "
        "with_, finish your day with_, complete_, practice_, practise_, rest in_, settle into_, "
        "move into_, come into_, ease into_, kick off with_, open with_, close with_, finish "
        "by_, end by_, begin by_, start by_, think_, reckon_, would_, would do_, begin with_, "
        "start with_, start off with_, warm up with_, finish with_, finish off with_, end with_, "
        "do_, do about_, perform_, go for_, have_, take_, get through_, manage_, like to do_, "
        "always do_, usually do_, add_, follow with_, try to do_"
    ),
    entering=each_of(
        "start begin come move step lower fold sink rest sit finish end transition flow "
        "return shift roll lie press push walk drop bring open turn"
    ),
    entering_into=listed("into, in, to, with"),
    asking=listed(
        "please add, please do, add, add in, do, also do, also try, try, please try, practise, "
        "include, move on to, go on to, go on with, continue with, carry on with, go into, "
        "we'll do, let's do, i'd like you to do, followed by"
    ),
    introducing=listed("is the, is a, is an, is, will be the, will be, are the, are, comes the"),
    ranks=each_of("one first second third fourth fifth next last final exercise move important"),
    before=each_of("over from for if as when with in at on after before until because so but to"),
    own=each_of("your this that it"),
    logging=each_of("working work top back-off backoff drop log logged actual performed done up"),
    past=each_of(
        "did was were had went felt used took yesterday ago started ended managed ate slept "
        "skipped forgot missed failed hurt moved couldn't didn't wasn't"
    ),
    following=listed("followed by, and then, then i do, then i, after which, before i do"),
    whole=each_of("whole all everything entire series sequence"),
    two_sides=(each_of("left right"), each_of("other side")),
    ends_again=(("repeat",),),
    doing_more=listed("more, again"),
    other_side=listed(
        "on the other side, to the other side, then the other, and the other, then swap, then "
        "change, and the same on the right, the same again on the right, and the same on the "
        "left, the same again on the left, same on the right, same on the left"
    ),
    one_way=ONE_WAY,
    other_way=OTHER_WAY,
    waiting=each_of("wait waiting"),
    resting=listed("sit down, catch my breath, get my breath, have a breather, rest, pause"),
    side_words=each_of(
        "swap switch change left right side sides only leg arm first second each l r no top bottom"
    ),
    one_set=each_of("last final first second third top drop back-off the set sets one on a"),
    defining=each_of("that's is equals = counts per each this"),
    easing=each_of(
        "lighter light warm-up warmup easy easier build-up ramp-up ramping feeler practice "
        "progressive"
    ),
    extra=each_of("extra additional more longer needed necessary"),
    naming=each_of("moves exercises movements stretches drills poses"),
    naming_like=listed("like, such as, including, e.g."),
    doing=each_of(
        "combines works targets hits builds strengthens trains focuses will which that while "
        "help helps hit target work focus are is challenges activates fires opens improves "
        "for with to"
    ),
    parting=listed(
        "and, then, superset with, superset w/, supersetted with, ss with, ss, s/s, into"
    ),
    no_field=each_of("rounds work hold set scheme amount dose volume"),
    columns=COLUMNS,
    movements=MOVEMENTS,
    body=BODY,
    movement_ends=(),
    pausing_at=each_of("after between before end once"),
    pausing=each_of(
        "off change changeover swap switch move transition next recover breathe breather break sip "
        "drink puff shake reset recovery breathers"
    ),
    every_one=each_of("each every all any everything"),
    working=each_of("work working lasts last"),
    on_and_off=each_of("on hard go"),
    clocks=each_of("timer clock bell buzzer whistle music beep set box give yourself spend"),
)
