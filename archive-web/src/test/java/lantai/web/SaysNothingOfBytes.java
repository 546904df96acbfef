package lantai.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that does not look at files, so that a class that does the same with enciphered ones need not do it again. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SaysNothingOfBytes.NotAgain.class)
@interface SaysNothingOfBytes {
    /** Lets the test run in the class that holds it and in none that extends it. */
    final class NotAgain implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var holder = context.getRequiredTestMethod().getDeclaringClass();
            return holder == context.getRequiredTestClass()
                    ? ConditionEvaluationResult.enabled("the class that holds it")
                    : ConditionEvaluationResult.disabled("shown by " + holder.getSimpleName());
        }
    }
}
