package io.segmenta.engine.ingest.text;

import java.util.Locale;

/**
 * The letters beyond a to z that a language writes its names with. Nearly all words of a file are of one language, which tells encodings
 * apart in which every byte means some letter; the names of a whole region are the second best explanation.
 */
enum Alphabet {
    GERMAN("äöüß", 1),
    FRENCH("àâæçéèêëîïôœùûüÿ", 1),
    SPANISH("áéíñóúü", 1),
    PORTUGUESE("áâãàçéêíóôõú", 1),
    ITALIAN("àèéìîòù", 1),
    NORDIC("åäæéöøü", 1),
    POLISH("ąćęłńóśźż", 1),
    CZECH_AND_SLOVAK("áäčďéěíĺľňóôöŕřšťúůüýž", 1),
    HUNGARIAN("áéíóöőúüű", 1),
    ROMANIAN("ăâîşșţț", 1),
    SOUTH_SLAVIC("čćđšž", 1),
    TURKISH("çğıöşüâîû", 1),
    ICELANDIC("áéíóúýðþæö", 1),
    BALTIC("āčēģīķļņōŗšūžąęėįųäõöü", 1),
    WESTERN("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœß", 0.9),
    CENTRAL("áäąăâčćçďđéěęëíîĺľłňńóôöőŕřšśşșťţțúůüűýžźżß", 0.9);

    private final String letters;
    private final double weight;

    Alphabet(String letters, double weight) {
        // only Turkish has a capital with a dot
        this.letters = letters + letters.toUpperCase(Locale.ROOT) + (letters.contains("ı") ? "İ" : "");
        this.weight = weight;
    }

    /** What a word in it counts as evidence, from 0 to 1. */
    double weight() {
        return weight;
    }

    /** Whether it can write the word; more than half of a word's letters are plain ones. */
    boolean writes(String word) {
        long beyond = word.codePoints().filter(letter -> letter >= 0x80).count();
        return (word.length() < 3 || 2 * beyond <= word.length())
                && word.codePoints().allMatch(letter -> letter < 0x80 || letters.indexOf(letter) >= 0);
    }
}
