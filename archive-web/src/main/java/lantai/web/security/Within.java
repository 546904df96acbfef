package lantai.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least and the greatest number that a parameter of a request may be; without it, 0 and the greatest of its type. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Within {
    /** The least. */
    long from() default 0;

    /** The greatest. */
    long to() default Integer.MAX_VALUE;
}
