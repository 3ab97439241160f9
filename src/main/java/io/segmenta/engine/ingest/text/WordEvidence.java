package io.segmenta.engine.ingest.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much the words of a text look like words. In the wrong encoding a name turns into letters of two scripts, signs inside a word or
 * small letters before capitals; in the right one it is of one script, and of one language's alphabet.
 */
final class WordEvidence {
    private static final int MOST_WORDS = 2000;

    /** What stands beside words in print: blanks that do not break, quotation marks, dashes, signs of money and measure. */
    private static final String SIGNS = "\u00A0“”„‘’‚«»–—…•™®©°½¼¾€£¥§²³№、。「」！（），：；";

    /** The only ones between two letters. */
    private static final String BETWEEN_LETTERS = "\u00A0’";

    /** Beside a number, never beside a letter. */
    private static final String OF_NUMBERS = "€£¥§°½¼¾²³";

    /** Words that each alphabet can write; a file is in one of them. */
    private final Map<Alphabet, Double> latin = new EnumMap<>(Alphabet.class);

    private int inAnyAlphabet;
    private int words;

    private WordEvidence() {}

    /** @return from 0 (no word beyond ASCII is one) to 1; NaN where all is ASCII */
    static double of(CharSequence text) {
        WordEvidence evidence = new WordEvidence();
        int start = -1;
        for (int i = 0; i <= text.length() && evidence.words < MOST_WORDS; i++) {
            boolean inside = i < text.length() && isOfWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                evidence.add(text.subSequence(start, i).toString());
                start = -1;
            }
            if (i < text.length() && SIGNS.indexOf(text.charAt(i)) >= 0) {
                evidence.addSign(text, i);
            }
        }
        return evidence.share();
    }

    /** Whatever is not ASCII belongs to a word, so that a sign in it is seen. */
    private static boolean isOfWord(char c) {
        return c < 0x80 ? Character.isLetter(c) : SIGNS.indexOf(c) < 0;
    }

    private void addSign(CharSequence text, int i) {
        char sign = text.charAt(i);
        boolean after = i > 0 && Character.isLetter(text.charAt(i - 1));
        boolean before = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        boolean misplaced =
                OF_NUMBERS.indexOf(sign) >= 0 ? after || before : after && before && BETWEEN_LETTERS.indexOf(sign) < 0;
        words++;
        inAnyAlphabet += misplaced ? 0 : 1;
    }

    private void add(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        words++;
        UnicodeScript script = script(word);
        if (script == UnicodeScript.UNKNOWN || !hasPlausibleCase(word)) {
            return;
        }
        if (script != UnicodeScript.LATIN) {
            inAnyAlphabet++;
            return;
        }
        for (Alphabet alphabet : Alphabet.values()) {
            if (alphabet.writes(word)) {
                latin.merge(alphabet, alphabet.weight(), Double::sum);
            }
        }
    }

    /** The one script of all letters, UNKNOWN where there are two or a sign among them. Japanese mixes three. */
    private static UnicodeScript script(String word) {
        UnicodeScript script = UnicodeScript.COMMON;
        for (int letter : word.codePoints().toArray()) {
            UnicodeScript its = UnicodeScript.of(letter);
            if (its == UnicodeScript.HIRAGANA || its == UnicodeScript.KATAKANA || letter == 'ー') {
                its = UnicodeScript.HAN;
            }
            boolean punctuation = (letter >= 0x3000 && letter <= 0x303F) || (letter >= 0xFF00 && letter <= 0xFF65);
            if (punctuation || its == UnicodeScript.INHERITED) {
                continue;
            }
            if (its == UnicodeScript.COMMON || (script != UnicodeScript.COMMON && its != script)) {
                return UnicodeScript.UNKNOWN;
            }
            script = its;
        }
        return script;
    }

    /** All small, all capital, or a capital first. */
    private static boolean hasPlausibleCase(String word) {
        boolean allCapital = word.codePoints().noneMatch(Character::isLowerCase);
        boolean restSmall = word.codePoints().skip(1).noneMatch(Character::isUpperCase);
        return allCapital || restSmall;
    }

    private double share() {
        double best = latin.values().stream().max(Double::compare).orElse(0.0);
        return words == 0 ? Double.NaN : (best + inAnyAlphabet) / words;
    }
}
