"""What movements and positions are called in English: the words that names of exercises have."""

from earcoach.language.vocabulary.words import each_of, listed

MOVEMENTS = each_of(
    # with weights
    "press bench squat airsquat lunge split-squat deadlift deads rdl sldl row pull pulldown "
    "pull-down pull-up pullup pull-through chin-up chin raise fly flye shrug dip pushdown "
    "push-down pushdn kickback pullover pull-apart face-pull thrust thruster swing snatch clean "
    "jerk halo windmill ohp ohs hyperextension hyper woodchop chop chopper pallof good-morning "
    "curl skullcrusher skull-crusher crusher lateral laterals scaption scaptions leg-lift "
    "legs-lift arm-lift hip-lift knee-lift chest-lift heel-lift toe-lift lateral-lift side-lift "
    "leg-press legpress chest-press pec-deck zercher pronation supination manmaker man-maker "
    "renegade get-up turkish kbs hspu t2b c2b k2e c&j du dus mu halting landmine "
    # of the body's own weight
    "push-up pushup press-up sit-up situp step-up stepup muscle-up muscleup crunch plank bridge "
    "bridging twist burpee jack climber skater superman superwoman rollout ab-wheel inchworm "
    "inch-worm walkout pike hollow v-sit l-sit v-up jackknife jack-knife pistol nordic bug crawl "
    "clam clamshell scissor flutter teaser hundred mermaid roll-up roll-down straddle crimp wiper "
    "touch pulse scoop extension merkin frogger dragon-flag lever lock-off planche handstand "
    "cartwheel somersault front-support back-support toes-to-bar knees-to-elbow knees-to-elbows "
    "wall-ball wallball slamball slam-ball double-under single-under unders box-jump step-over "
    "stepover rope-climb criss-cross corkscrew "
    # on one's way
    "hop jump skips skipping bound bounding sprint sprinting jog jogging run running walk walking "
    "march marching carry drag slam throw toss shuffle shuttle stride strider swim swimming scull "
    "sculling kick flick stroll paddle pedal pedalling ride cycling biking bike rowing traverse "
    "traversing ski skierg spin-up sled prowler treadmill elliptical crosstrainer cross-trainer "
    "stairmaster stair-climber stepper airdyne ergometer erg rower rope a-skip b-skip c-skip "
    "carioca grapevine high-knee butt-kick heel-flick fast-feet freestyle backstroke breaststroke "
    "boxing jab uppercut drill dislocate pass-through pass-thru flip "
    # of the joints, and of those who stay where they are
    "rotation circle circumduction tilt nod roll rolling rock rocking tuck reach abduction "
    "adduction flexion dorsiflexion plantarflexion inversion eversion retraction protraction "
    "hinge bend turn pinch slide glide scrunch stretch stretching mobilisation mobilization "
    "distraction traction cars fold split pose warrior triangle pigeon lizard cobra cow cat-camel "
    "dog frog dolphin sphinx savasana asana vinyasa salutation sun-sal happy-baby half-moon "
    "chaturanga butterfly caterpillar hang deadhang hold balance stance stand sit sit-to-stand "
    "squeeze massage breathing tap pump pendulum angel opener quad-set glute-set arm-sweep "
    "open-book foam-roll hip-hike"
)

STATIC = each_of(
    "stand plank planks hold holds sit stretch stretches pose hang hangs fold pigeon warrior "
    "triangle frog lotus savasana balance stance dog cobra splits split opener isometric "
    "iso hollow l-sit lsit support bridge-hold superman wall-sit handstand straddle "
    "figure four prop figure-four child child's childs butterfly sphinx twist tree chair crow "
    "deadhang planche lever cossack squeeze doorway cow face soles legs lie lying rest "
    "mountain dolphin swan dragon caterpillar eagle hero camel plow plough locust fish cobbler "
    "position isohold relaxation garland malasana savasana balasana tadasana vrksasana trikonasana "
    "virabhadrasana utkatasana garudasana navasana bhujangasana sukhasana uttanasana shavasana "
    "breathing meditation press-hold side-plank pancake boat"
)

MOVING = each_of(
    "plank-jack jacks jack taps tap walk walks walking run jog row bike crawl circles "
    "swings abduction abductions adduction "
    "climbers climber rolls roll raises raise up-downs kicks kick jumps jump pump "
    "rotations rotation sit-ups situps situp sit-up sit-to-stands sit-to-stand "
    "sit-to-stand push-up dynamic pulse pulses massage dips marches march rocks rock "
    "reach reaches jumping crunch crunches crunching squats lunges burpees burpee ups "
    "step steps foam ab cycling swim skipping get-ups curls curl press presses extension "
    "extensions deadlift snatch clean thrusters twists russian punches skater skaters "
    "slams pumps breathing"
)

WAYS = each_of(
    "run sprint sprints carry carries swim row walk jog lunge lunges crawl sled push "
    "drag skip skips bounds bound stride strides shuttle shuttles ski farmer farmers "
    "farmer's suitcase free freestyle kick kicks drill drills pull back backstroke "
    "breaststroke fly butterfly im a-skip b-skip carioca shuffle hill hills metres "
    "meters swim bear high knees"
)

LASTING = each_of(
    "jog bike cycle row rowing elliptical treadmill stretch stretching plank walk easy "
    "warm cool foam roll mobility skipping rope steady yoga"
)

STATIC_NAMES = listed(
    "low lunge, high lunge, crescent lunge, lizard lunge, happy baby, thread the needle, knees "
    "to chest, knee to chest, knees-to-chest, knee hug, hug your knees, legs up, half moon, side "
    "angle, eagle arms, bound angle, corpse, toe squat, deep squat, squat sit, half split, half "
    "kneeling, top of push-up, 90/90"
)

BODY = each_of(
    "leg legs arm arms knee knees foot feet toe toes heel heels hip hips ankle ankles calf calves "
    "hamstring hamstrings quad quads glute glutes groin thigh thighs shin shins achilles adductor "
    "adductors shoulder shoulders neck chin elbow elbows wrist wrists hand hands finger fingers "
    "thumb palm palms chest back spine pelvis pelvic core belly ab abs oblique obliques lat lats "
    "trap traps pec pecs biceps triceps forearm forearms rotator scapula scapular head figure"
)

SPORTS = {
    word: sport
    for sport, words in {
        "Run": "run runs running runner runners track fartlek strides striders marathon parkrun",
        "Swim": "swim swims swimming swimmers pool freestyle backstroke breaststroke lengths",
        "Row": "row rows rower rowing erg ergometer",
        "Bike": "bike biking cycle cycling spin spinning turbo ride",
        "Ski erg": "skierg ski-erg",
    }.items()
    for word in words.split()
}
