"""What movements and positions are called in English: the words that names of exercises have."""

from earcoach.language.vocabulary.words import each_of, listed

MOVEMENTS = each_of(
    # with weights
    "wiper touch pulse scoop v-up "
    "press bench squat lunge deadlift rdl row pull pulldown pull-up pullup chin-up chin push-up "
    "pushup press-up sit-up situp step-up muscle-up get-up curl extension raise fly flye shrug dip "
    "pushdown pushdn kickback pullover pull-apart thrust thruster swing snatch clean jerk halo "
    "windmill ohp hyperextension woodchop chop pallof good-morning "
    # of the body's own weight
    "crunch plank bridge twist burpee jack climber skater superman superwoman rollout inchworm "
    "pike hollow v-sit l-sit pistol nordic bug crawl clam clamshell scissor flutter teaser hundred "
    "mermaid roll-up roll-down straddle crimp "
    # on one's way
    "hop jump skips skipping bound bounding sprint sprinting jog jogging run running walk walking "
    "march marching carry drag slam throw toss shuffle shuttle stride swim swimming scull sculling "
    "kick flick stroll paddle pedal pedalling ride cycling biking rowing traverse traversing ski "
    "spin-up sled treadmill elliptical erg rower rope "
    # of the joints, and of those who stay where they are
    "rotation circle tilt nod roll tuck reach rock abduction adduction flexion dorsiflexion hinge "
    "bend turn pinch stretch stretching fold split pose warrior pigeon lizard cobra cow dog "
    "frog savasana hang deadhang hold balance stand sit sit-to-stand squeeze massage breathing tap "
    "boxing uppercut drill"
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
