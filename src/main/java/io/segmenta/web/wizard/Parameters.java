package io.segmenta.web.wizard;

import io.segmenta.engine.base.UserFacingException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Choices as the text that stands in an address. One that cannot be understood counts as not made. */
final class Parameters {
    private Parameters() {}

    static <T> Optional<T> read(Map<String, String> choices, String name, Function<String, T> reader) {
        try {
            return Optional.ofNullable(choices.get(name)).map(reader);
        } catch (IllegalArgumentException | DateTimeException | UserFacingException e) {
            return Optional.empty();
        }
    }

    /** What was chosen, or the usual where the engine refuses it. */
    static <T> T valid(Supplier<T> chosen, T usual) {
        try {
            return chosen.get();
        } catch (IllegalArgumentException | UserFacingException e) {
            return usual;
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
