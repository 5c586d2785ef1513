"""Equipment by all its names: what is called a mini band here is a loop band there."""

import re

from earcoach.language.vocabulary.words import each_of
from earcoach.suggest import nearest

_NAMES = """\
mat, yoga mat, exercise mat, gym mat, matte, yogamatte, gymnastikmatte, isomatte
loop band, mini band, miniband, loop, resistance loop, band loop, mini loop, mini loop band, \
booty band, hip band, glute band, minibänder, loop-bänder, loopband
resistance band, band, exercise band, stretch band, theraband, thera-band, tube, \
widerstandsband, fitnessband, gymnastikband, bänder, fitnessbänder
kettlebell, kb, kugelhantel, kugelhanteln
dumbbell, db, dumb bell, hand weight, kurzhantel, kurzhanteln, hantel, hanteln
barbell, bb, bar bell, olympic bar, langhantel, langhanteln
weight plate, plate, bumper plate, hantelscheibe, hantelscheiben, gewichtsscheibe
exercise ball, swiss ball, stability ball, gym ball, fitness ball, physio ball, yoga ball, \
balance ball, gymnastikball, sitzball, pezziball
small ball, pilates ball, soft ball, mini ball, overball, kleiner ball, softball, pilatesball
medicine ball, med ball, medball, slam ball, wall ball, medizinball, medizinbälle
foam roller, roller, foam roll, faszienrolle, blackroll
massage ball, lacrosse ball, tennis ball, faszienball, massageball, tennisball
pull-up bar, pullup bar, pull up bar, chin-up bar, chinup bar, chin up bar, klimmzugstange, \
reckstange, türreck
dip bars, dip station, parallel bars, parallettes, dip-station, barren
jump rope, skipping rope, rope, speed rope, springseil, sprungseil, hüpfseil
bench, weight bench, flat bench, workout bench, hantelbank, flachbank, trainingsbank
box, plyo box, plyometric box, jump box, sprungbox, plyobox
step, aerobic step, step platform, stepbrett, step-brett
chair, stuhl
wall, wand
towel, handtuch
yoga block, block, yogablock, yogaklotz, klotz
yoga strap, strap, yoga belt, stretching strap, gurt, yogagurt
slider, gliding disc, glider, core slider, furniture slider, gleiter, gleitscheibe, gleitscheiben
suspension trainer, trx, sling trainer, schlingentrainer
gymnastic ring, ring, gym ring, turnringe, ringe
weight vest, weighted vest, vest, gewichtsweste
ankle weight, ankle cuff, gewichtsmanschette, gewichtsmanschetten, fußgewichte
sandbag, sandsack
balance pad, foam pad, airex pad, balance-pad, balancekissen, balance-kissen
balance board, wobble board, balance-board, wackelbrett, therapiekreisel
broomstick, stick, dowel, pole, stab, besenstiel, gymnastikstab
ab wheel, ab roller, bauchroller, bauchtrainer
rower, rowing machine, erg, rowing erg, rowerg, ruderergometer, rudergerät
exercise bike, stationary bike, bike, bike erg, heimtrainer, fahrradergometer, spinning bike
treadmill, laufband
"""
_GROUPS = tuple(tuple(map(str.strip, line.split(","))) for line in _NAMES.splitlines())
_KINDS = {name: group[0] for group in _GROUPS for name in group}
_BEFORE = each_of(
    "a an the one two some my pair set of light heavy medium ein eine einen einem zwei paar "
    "leichte leichter leichtes schwere schwerer schweres"
)
_ALTERNATIVES = re.compile(r"\s+(?:or|oder)\s+|\s*/\s*")
_LOAD = re.compile(r"\d+(?:[.,]\d+)?\s*(?:x|kg|kgs|lb|lbs)?\b")


def kinds_of(item: str) -> frozenset[str]:
    """What a piece of equipment is by one name of all that it has; any of several will do.

    `kettlebell or 2 dumbbells` are the kinds `kettlebell` and `dumbbell`; what nobody knows is a
    kind of its own.
    """
    parts = [part for part in _ALTERNATIVES.split(item.casefold()) if part.strip()]
    return frozenset(map(_kind, parts or [item]))


def near_name(item: str) -> str | None:
    """The name that a piece of equipment which nobody knows is most like; None for known ones."""
    unknown = kinds_of(item) - set(_KINDS.values())
    return next(filter(None, (nearest(kind, _KINDS) for kind in sorted(unknown))), None)


def _kind(name: str) -> str:
    words = _LOAD.sub(" ", name).split() or name.split()
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    plain = " ".join(words)
    return _KINDS.get(plain) or _KINDS.get(plain.removesuffix("s")) or plain.removesuffix("s")
