package lantai.web.security;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers, ids and constants among the parameters of requests. What cannot be read is refused with the name of the
 * parameter, its value and what it may be; in a path it makes an address that does not exist.
 */
@Provider
public final class Parameters implements ParamConverterProvider {
    private static final int SHOWN = 60;

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = name(annotations);
        if (type == UUID.class) {
            return (ParamConverter<T>) new Reading<>(name, null, written -> id(name.shown(), written));
        }
        if (type == int.class || type == Integer.class) {
            return (ParamConverter<T>) new Reading<>(name, type.isPrimitive() ? 0 : null, written ->
                    (int) number(name.shown(), written, within(annotations)));
        }
        if (type == Long.class) {
            return (ParamConverter<T>) new Reading<>(
                    name, null, written -> number(name.shown(), written, new Bounds(0, Long.MAX_VALUE)));
        }
        if (type.isEnum()) {
            return new Reading<>(name, null, written -> constant(name.shown(), written, type.getEnumConstants()));
        }
        return null;
    }

    /** {@return the refusal of a value that is none of those known} */
    public static Malformed noneOf(String name, String value, List<String> known) {
        return new Malformed(RequestProblem.PARAMETER_NOT_A_CHOICE, name, shown(value), String.join(", ", known));
    }

    /** {@return the refusal of a text that is too long} */
    public static Malformed tooLong(String name, String value, int most) {
        return new Malformed(RequestProblem.PARAMETER_TOO_LONG, name, value.length(), most);
    }

    /** {@return a year of four digits} */
    public static int year(String name, String written) {
        return (int) number(name, written, new Bounds(1000, 9999));
    }

    private static UUID id(String name, String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException notAnId) {
            throw new Malformed(RequestProblem.PARAMETER_NOT_AN_ID, name, shown(written));
        }
    }

    private static long number(String name, String written, Bounds bounds) {
        try {
            var number = Long.parseLong(written);
            if (number >= bounds.from() && number <= bounds.to()) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new Malformed(RequestProblem.PARAMETER_NOT_A_NUMBER, name, shown(written), bounds.from(), bounds.to());
    }

    private static <T> T constant(String name, String written, T[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(written))
                .findFirst()
                .orElseThrow(() -> noneOf(
                        name,
                        written,
                        Arrays.stream(constants).map(Object::toString).toList()));
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "…" : value;
    }

    private static Bounds within(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(Within.class::isInstance)
                .map(Within.class::cast)
                .map(within -> new Bounds(within.from(), within.to()))
                .findFirst()
                .orElse(new Bounds(0, Integer.MAX_VALUE));
    }

    private static Name name(Annotation[] annotations) {
        for (var annotation : annotations) {
            switch (annotation) {
                case QueryParam query -> {
                    return new Name(query.value(), false);
                }
                case FormParam form -> {
                    return new Name(form.value(), false);
                }
                case HeaderParam header -> {
                    return new Name(header.value(), false);
                }
                case CookieParam cookie -> {
                    return new Name(cookie.value(), false);
                }
                case PathParam path -> {
                    return new Name(path.value(), true);
                }
                default -> {}
            }
        }
        return new Name("", false);
    }

    /** The least and the greatest number allowed. */
    private record Bounds(long from, long to) {}

    /** What a parameter is called, and whether it is a part of the path. */
    private record Name(String shown, boolean inPath) {}

    /** Reads one parameter; one that was not sent has the value of its type that stands for nothing. */
    private record Reading<T>(Name name, @Nullable T missing, Function<String, T> how) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String written) {
            if (written == null) {
                return missing;
            }
            try {
                return how.apply(written);
            } catch (Malformed wrong) {
                if (name.inPath()) {
                    throw new NotFound(RequestProblem.NOT_FOUND);
                }
                throw wrong;
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
