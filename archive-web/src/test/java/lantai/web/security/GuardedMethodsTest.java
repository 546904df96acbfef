package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deny by default: no resource method without a word about who may call it. */
class GuardedMethodsTest {
    private static Stream<JavaMethod> resourceMethods() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lantai.web").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    @Test
    void eachResourceMethodIsOpenOrNamesItsRights() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotatedWith(Open.class) == method.isAnnotatedWith(Needs.class))
                .as("put @Needs(Right…) or @Open on each")
                .isEmpty();
        assertThat(resourceMethods()).hasSizeGreaterThan(20);
    }
}
