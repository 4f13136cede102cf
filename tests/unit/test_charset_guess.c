/* SPDX-License-Identifier: MIT */
#include "mime/charset_guess.h"

#include "support/tl_check.h"

#include <string.h>

static const struct {
    const char *what;
    const char *bytes;
    const char *name;
} texts[] = {
    {"twenty words of the Baltic page",
     "D\xEBkojame u\xFE lai\xF0k\xE0. J\xFBs\xF8 u\xFEsakymas jau i\xF0si\xF8stas, kurjeris j\xE1 "
     "pristatys rytoj po piet\xF8. Pra\xF0ome patikrinti siunt\xE0 ir, jei ko nors tr\xFBksta, "
     "mums para\xF0yti.",
     "windows-1257"},
    {"short, of the Baltic page", "J\xFBs\xF8 u\xFEsakymas i\xF0si\xF8stas", "windows-1257"},
    {"capitals of the Baltic page",
     "J\xDBS\xD8 U\xDESAKYMAS I\xD0SI\xD8STAS. A\xC8I\xDB U\xDE KANTRYB\xC6", "windows-1257"},
    {"long vowels of the Baltic page",
     "Paldies par j\xFBsu v\xE7stuli. J\xFBsu pas\xFBt\xEEjums jau ir nos\xFBt\xEEts, un kurjers "
     "to pieg\xE2"
     "d\xE2s r\xEEt p\xE7"
     "cpusdien\xE2. L\xFB"
     "dzu, p\xE2rbaudiet s\xFBt\xEEjumu.",
     "windows-1257"},
    {"the Baltic part of ISO 8859 with its quotation marks",
     "J\xFBs\xF8 u\xFEsakymas \xA5\xDEiema\xB4 jau i\xF0si\xF8stas, kurjeris j\xE1 pristatys rytoj "
     "po piet\xF8.",
     "iso-8859-13"},
    {"rings and dots",
     "Tack f\xF6r ditt brev. Din f\xF6rs\xE4ndelse \xE4r p\xE5 v\xE4g och kommer fram i "
     "\xF6vermorgon. H\xF6r g\xE4rna av dig om n\xE5got saknas, s\xE5 ordnar vi det.",
     "windows-1252"},
    {"dots and sharp s",
     "Vielen Dank f\xFCr Ihre Nachricht. Wir pr\xFC"
     "fen gerade, was mit der Gr\xF6\xDF"
     "e m\xF6glich ist, und k\xF6nnen Ihnen schon \xFC"
     "bermorgen antworten.",
     "windows-1252"},
    {"accents and cedilla",
     "Nous avons bien re\xE7u votre lettre. Le colis a d\xE9j\xE0 \xE9t\xE9 exp\xE9"
     "di\xE9 \xE0 votre adresse; s'il n'est pas arriv\xE9 apr\xE8s la f\xEAte, pr\xE9venez-nous, "
     "s'il vous pla\xEEt.",
     "windows-1252"},
    {"accents and tildes",
     "Gracias por su mensaje. Ma\xF1"
     "ana enviaremos el pedido a su direcci\xF3n; \xBF"
     "est\xE1 todo bien as\xED? Si algo falta, ll\xE1menos despu\xE9s del mediod\xED"
     "a.",
     "windows-1252"},
    {"graves at the ends",
     "Grazie per la sua lettera. Il pacco \xE8 gi\xE0 partito, perch\xE9 la citt\xE0 \xE8 lontana: "
     "arriver\xE0 luned\xEC, e cos\xEC potr\xE0 aprirlo di pi\xF9.",
     "windows-1252"},
    {"nasal tildes",
     "Obrigado pela sua mensagem. A encomenda j\xE1 n\xE3o est\xE1 aqui; amanh\xE3 chegar\xE1 \xE0 "
     "sua dire\xE7\xE3o. As informa\xE7\xF5"
     "es s\xE3o tamb\xE9m \xFAteis.",
     "windows-1252"},
    {"ligatures and strokes",
     "Tak for dit brev. Pakken er p\xE5 vej og kommer frem i l\xF8"
     "bet af n\xE6ste uge. Skriv gerne, hvis n\xE5"
     "et mangler, s\xE5 hj\xE6lper vi.",
     "windows-1252"},
    {"eth and thorn",
     "\xDE"
     "akka \xFE\xE9r fyrir br\xE9"
     "fi\xF0. Sendingin er \xFE"
     "egar \xE1 lei\xF0inni og kemur \xE1 morgun; l\xE1ttu okkur vita ef \xFE"
     "a\xF0 vantar eitthva\xF0, vi\xF0 l\xF6gum \xFE"
     "a\xF0.",
     "windows-1252"},
    {"diaereses",
     "Bedankt voor uw brief. Wij hebben \xE9\xE9n ge\xEFnteresseerde collega gevraagd naar de "
     "idee\xEBn; zij belt u na de vakantie in Belgi\xEB.",
     "windows-1252"},
    {"signs only",
     "It costs \xA3"
     "50, which is \x80"
     "60 \x96 \x93"
     "cheap\x94, as it\x92s said.",
     "windows-1252"},
    {"one letter", "Dear Ren\xE9, the caf\xE9 is open.", "windows-1252"},
    {"thin evidence", "\xE0 la carte", "windows-1252"},
    {"a trade mark", "NESTL\xC9\xAE", "windows-1252"},
};

START_TEST(a_text_is_in_the_charset_whose_letters_make_an_alphabet)
{
    const char *name = tl_charset_guess(tl_str_of(texts[_i].bytes), TL_CHARSET_MARGIN_UNSAID);

    ck_assert_msg(strcmp(name, texts[_i].name) == 0, "%s: %s", texts[_i].what, name);
}
END_TEST

START_TEST(a_label_weighs_more_than_one_word)
{
    struct tl_str word = TL_STR("A\xE8i\xFB, \xDEmogau");

    ck_assert_str_eq(tl_charset_guess(word, TL_CHARSET_MARGIN_UNSAID), "windows-1257");
    ck_assert_str_eq(tl_charset_guess(word, TL_CHARSET_MARGIN_SAID), "windows-1252");
}
END_TEST

START_TEST(a_sign_inside_a_word_is_unlikely)
{
    struct tl_str text = TL_STR("f\xF6r\xB4s\x9Akola \x9A\x9A");

    ck_assert_str_eq(tl_charset_guess(text, TL_CHARSET_MARGIN_UNSAID), "windows-1252");
}
END_TEST

static const struct {
    const char *bytes;
    enum tl_utf8_fit fit;
} fits[] = {
    {"", TL_UTF8_POSSIBLE},
    {"abc", TL_UTF8_POSSIBLE},
    {"f\xC3\xB6r", TL_UTF8_SURE},
    {"\xE2\x80\x9Cso\xE2\x80\x9D", TL_UTF8_SURE},
    {"NESTL\xC9\xAE", TL_UTF8_POSSIBLE},
    {"f\xC3\xB6r \xFF", TL_UTF8_BROKEN},
    {"abc \xE2\x82", TL_UTF8_TORN},
    {"abc \xC3", TL_UTF8_TORN},
    {"f\xF6r", TL_UTF8_UNFIT},
    {"f\xF6r n\xE4r s\xE5 \xE4r \xE5r caf\xC9\xAE h\xF6r", TL_UTF8_UNFIT},
};

START_TEST(utf8_is_what_has_more_whole_characters_than_wrong_bytes)
{
    ck_assert_int_eq(tl_charset_utf8_fit(tl_str_of(fits[_i].bytes)), fits[_i].fit);
}
END_TEST

static Suite *charset_guess_suite(void)
{
    Suite *suite = suite_create("charset_guess");
    tcase_add_loop_test(tl_case(suite, "texts"),
                        a_text_is_in_the_charset_whose_letters_make_an_alphabet, 0,
                        sizeof texts / sizeof *texts);
    tcase_add_loop_test(tl_case(suite, "UTF-8"),
                        utf8_is_what_has_more_whole_characters_than_wrong_bytes, 0,
                        sizeof fits / sizeof *fits);
    tl_add_tests(suite, "margin", a_label_weighs_more_than_one_word,
                 a_sign_inside_a_word_is_unlikely);
    return suite;
}
TL_TEST_MAIN(charset_guess_suite)
