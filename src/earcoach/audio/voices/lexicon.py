"""Words of workouts that the default voice gets wrong, and how it says them right.

Each was found by having the voice say it and a recogniser write down what it heard. The sounds
are in the alphabet of hibari's model.
"""

import re
import zlib

LEXICON: dict[str, str] = {
    "a-skips": "ˈA skˈɪps",
    "ab": "ˈæb",
    "abdominis": "æbdˈɑmənəs",
    "abduction": "ˈæbdˌʌkʃən",  # the first syllable tells it from adduction
    "abductor": "ˈæbdˌʌktəɹ",
    "abductors": "ˈæbdˌʌktəɹz",
    "adduction": "ˈædˌʌkʃən",
    "adductor": "ˈædˌʌktəɹ",
    "adductors": "ˈædˌʌktəɹz",
    "b-stance": "bˈi stˈæns",
    "banded": "bˈændəd",
    "bent-knee": "bˈɛnt nˈi",
    "carioca": "kˌɑɹiˈOkə",
    "eversion": "ˈi vˈɜɹʒən",
    "fasciae": "fˈæʃiˌi",
    "gastrocnemius": "ɡˌæstɹɑknˈimiəs",
    "half-kneeling": "hˈæf nˈilɪŋ",
    "iliopsoas": "ˌɪliO sˈOəs",
    "inchworm": "ˈɪnʧ wˈɜɹm",
    "kettlebell": "kˈɛTᵊlbˌɛl",
    "kettlebells": "kˈɛTᵊlbˌɛlz",
    "l-sit": "ˈɛl sˈɪt",
    "latae": "lˈAtˌi",
    "latissimus": "lətˈɪsəməs",
    "mountain": "mˈWntɪn",
    "pallof": "pˈælˌɔf",
    "psoas": "sˈOæs",
    "serratus": "səɹˈAtəs",
    "side-lying": "sˈId lˈIɪŋ",
    "single-arm": "sˈɪŋɡᵊl ˈɑɹm",
    "single-leg": "sˈɪŋɡᵊl lˈɛɡ",
    "sternocleidomastoid": "stˌɜɹnO klˌIdO mˈæstˌYd",
    "supraspinatus": "sˌupɹəspInˈATəs",
    "tibialis": "tˌɪbiˈAləs",
    "woodchop": "wˈʊd ʧˈɑp",
}

LEXICON_VERSION = f"{zlib.crc32(repr(sorted(LEXICON.items())).encode()):08x}"
"""Changes with any word, so that cached clips are left."""

_WORDS = re.compile(
    rf"(?<![\w'])(?:{'|'.join(sorted(LEXICON, key=len, reverse=True)) or '(?!)'})(?![\w'])",
    re.IGNORECASE,
)


def pronounced(text: str) -> str:
    """The text with the sounds of its difficult words, as hibari takes them."""
    return _WORDS.sub(lambda word: f"[{word[0]}](/{LEXICON[word[0].lower()]}/)", text)
