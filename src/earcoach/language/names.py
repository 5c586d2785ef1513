"""What languages are called in English, by their codes: for lists of voices."""

_NAMES = """
af Afrikaans, am Amharic, an Aragonese, ar Arabic, as Assamese, az Azerbaijani, ba Bashkir,
be Belarusian, bg Bulgarian, bn Bengali, bpy Bishnupriya, bs Bosnian, ca Catalan, chr Cherokee,
cmn Mandarin, cs Czech, cv Chuvash, cy Welsh, da Danish, de German, el Greek, en English,
eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French,
ga Irish, gd Scottish Gaelic, gn Guarani, grc Ancient Greek, gu Gujarati, hak Hakka, haw Hawaiian,
he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole, hu Hungarian, hy Armenian, hyw Western
Armenian, ia Interlingua, id Indonesian, io Ido, is Icelandic, it Italian, ja Japanese, jbo Lojban,
ka Georgian, kaa Karakalpak, kk Kazakh, kl Greenlandic, kn Kannada, ko Korean, kok Konkani,
ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lt Lithuanian, ltg Latgalian, lv Latvian,
mi Māori, mk Macedonian, ml Malayalam, mr Marathi, ms Malay, mt Maltese, mto Totontepec Mixe,
my Burmese, nb Norwegian, nci Nahuatl, ne Nepali, nl Dutch, no Norwegian, nog Nogai, om Oromo,
or Odia, pa Punjabi, pap Papiamento, pl Polish, pt Portuguese, qu Quechua, quc Kʼicheʼ,
ro Romanian, ru Russian, sd Sindhi, shn Shan, si Sinhala, sk Slovak, sl Slovenian, smj Lule Sami,
sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, th Thai, ti Tigrinya,
tk Turkmen, tn Tswana, tr Turkish, tt Tatar, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek,
vi Vietnamese, yue Cantonese, zh Chinese
"""
NAMES = dict(" ".join(entry.split()).split(" ", 1) for entry in _NAMES.split(","))
"""The names by their codes."""


def main_code(code: str) -> str:
    """The language of a code with a region: `en` of `en-US`."""
    return code.replace("_", "-").casefold().partition("-")[0]


def name_of(code: str) -> str:
    """What a language is called: `German`; its code where nobody knows."""
    return NAMES.get(main_code(code), code)
