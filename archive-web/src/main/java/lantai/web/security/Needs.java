package lantai.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lantai.account.Right;

/** Only people with one of these rights may call the resource method; with none named, everybody who has signed in. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    /** One of these suffices. */
    Right[] value() default {};
}
