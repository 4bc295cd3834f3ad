package org.chancery.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/**
 * The form in which texts are compared and sorted: without case, accents and surplus space. Made with ICU, because
 * PostgreSQL's {@code lower()} leaves Cyrillic alone under the C collation. Nothing is transliterated.
 */
public final class Folding {
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    private static final Normalizer2 COMPOSE = Normalizer2.getNFKCInstance();

    private Folding() {
    }

    /** Decomposed (NFKD), without combining marks, with full case folding (Unicode, default), one space between words. */
    public static String fold(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        DECOMPOSE.normalize(UCharacter.foldCase(text, true)).codePoints()
                .filter(c -> UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK)
                .map(c -> UCharacter.isUWhiteSpace(c) ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return COMPOSE.normalize(UCharacter.foldCase(kept.toString(), true)).strip().replaceAll(" +", " ");
    }
}
