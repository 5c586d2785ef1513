"""What movements and positions are called in English: the words that names of exercises have."""

from earcoach.language.vocabulary.words import each_of

MOVEMENTS = each_of(
    # with weights
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
