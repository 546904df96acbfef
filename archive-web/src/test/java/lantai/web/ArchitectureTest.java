package lantai.web;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.notBePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.problem.Problem;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The architecture: which feature may use which, and which library is used where. The lists here are the law. */
class ArchitectureTest {
    /** A feature uses only features before it. A feature is a package directly under lantai, lantai.ingest or lantai.web. */
    private static final List<String> FEATURES = List.of(
            "problem",
            "fault",
            "cipher",
            "database",
            "key",
            "audit",
            "account",
            "person",
            "policy",
            "fonds",
            "classification",
            "retention",
            "scheme",
            "storage",
            "journal",
            "record",
            "access",
            "removal",
            "description",
            "hold",
            "volume",
            "photo",
            "stacks",
            "search",
            "print",
            "check",
            "disposal",
            "transfer",
            "statistics",
            "inspection",
            "exchange",
            "rebuild",
            "backup",
            "ocr",
            "ingest.reader",
            "ingest.derive",
            "ingest.words",
            "ingest.propose",
            "ingest.sample",
            "ingest.seal",
            "ingest.intake",
            "ingest.review",
            "ingest.scan",
            "ingest.pipeline",
            "ingest.job",
            "ingest.index",
            "ingest.privacy",
            "ingest.workflow",
            "ingest.check",
            "ingest.filing",
            "ingest.correction",
            "ingest.catalogue",
            "ingest.hooking",
            "ingest.transcribe",
            "web.text",
            "web.gate",
            "web.security",
            "web.asset",
            "web.view",
            "web.frame",
            "web.problem",
            "web.operator",
            "web.design",
            "web.signin",
            "web.oidc",
            "web.account",
            "web.audit",
            "web.inbox",
            "web.seal",
            "web.workflow",
            "web.review",
            "web.item",
            "web.correction",
            "web.search",
            "web.fonds",
            "web.code",
            "web.appraisal",
            "web.volume",
            "web.photo",
            "web.catalogue",
            "web.description",
            "web.imports",
            "web.packages",
            "web.policy",
            "web.list",
            "web.transfer",
            "web.report",
            "web.stacks",
            "web.check",
            "web.store",
            "web.scan",
            "web.portal",
            "web.insight",
            "web.api",
            "web.openapi",
            "web.outside",
            "web.remote",
            "web.demo",
            "web.launch",
            "web.bench",
            "web",
            "web.command");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lantai");

    @Test
    void enoughClassesAreLookedAtForTheRulesToMeanSomething() {
        assertThat(CLASSES).hasSizeGreaterThan(600);
    }

    @Test
    void everyFeatureIsInTheList() {
        assertThat(CLASSES.stream().map(ArchitectureTest::feature).collect(Collectors.toSet()))
                .as("features; a new one gets its place in the list")
                .isSubsetOf(Set.copyOf(FEATURES));
    }

    @Test
    void aFeatureUsesOnlyFeaturesBeforeIt() {
        var backwards = new TreeSet<String>();
        for (var user : CLASSES) {
            for (var dependency : user.getDirectDependenciesFromSelf()) {
                var used = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(used) && place(used) > place(user)) {
                    backwards.add(user.getName() + " uses " + used.getName());
                }
            }
        }
        assertThat(backwards).isEmpty();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("lantai.");
    }

    private static int place(JavaClass type) {
        return FEATURES.indexOf(feature(type));
    }

    private static String feature(JavaClass type) {
        var names = type.getPackageName().split("\\.", -1);
        var nested = names.length > 2 && (names[1].equals("web") || names[1].equals("ingest"));
        return nested ? names[1] + '.' + names[2] : names[1];
    }

    @Test
    void onlyTheWebKnowsTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lantai.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws..", "jakarta.inject..", "jakarta.enterprise..", "jakarta.servlet..")
                .because("the trade must work without a web server")
                .check(CLASSES);
    }

    @Test
    void theWebSpeaksNoSql() {
        noClasses()
                .that()
                .resideInAPackage("lantai.web..")
                .should()
                .callMethodWhere(target(owner(assignableTo("org.jdbi.v3.core.Handle")))
                        .and(target(nameMatching("create(Query|Update|Call|Script)|execute|select|prepareBatch"))))
                .because("rows belong to the features of archive-core and ingest; a resource asks their doors")
                .check(CLASSES);
    }

    @Test
    void eachLibraryHasItsRoom() {
        onlyIn("org.apache.lucene..", "lantai.search..");
        onlyIn("org.apache.tika..", "lantai.ingest.reader.child..");
        onlyIn("uk.gov.nationalarchives..", "lantai.ingest.reader.child..");
        onlyIn("org.ofdrw..", "lantai.ingest.reader.child..");
        onlyIn("ai.onnxruntime..", "lantai.ocr.onnx..");
        onlyIn("net.sourceforge.tess4j..", "lantai.ocr.tesseract..");
        onlyIn("io.ocfl..", "lantai.storage..");
        onlyIn("io.minio..", "lantai.storage.s3..");
        onlyIn("okhttp3..", "lantai.storage.s3..");
        onlyIn("gg.jte..", "lantai.web.view..");
        onlyIn(
                "org.apache.pdfbox..",
                "lantai.ingest.reader.child..",
                "lantai.ingest.sample..",
                "lantai.ocr.pdf..",
                "lantai.print..");
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("what opens files, draws or indexes stays behind the door of its feature")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void timeComesFromOutside() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now"))
                        .and(target(owner(DescribedPredicate.describe(
                                "java.time", type -> type.getPackageName().equals("java.time"))))))
                .because("a test must be able to set it: take an InstantSource")
                .check(CLASSES);
    }

    @Test
    void onlyCommandsAndReadersTouchTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lantai.web.command..", "lantai.ingest.reader.child..", "lantai.ocr.bench..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("nobody reads them: log, or return the outcome")
                .check(CLASSES);
    }

    @Test
    void failuresSayWhatFailed() {
        noClasses()
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("one of the five kinds of ArchiveException tells the caller what to do")
                .check(CLASSES);
    }

    @Test
    void oneLoggerIsUsed() {
        noClasses()
                .should(USE_JAVA_UTIL_LOGGING)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .because("System.Logger is the one")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysThatNullIsNamed() {
        var unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void problemsBelongToTheirFeature() {
        classes()
                .that()
                .implement(Problem.class)
                .and()
                // what any request can get wrong; every feature of the web throws it
                .doNotHaveFullyQualifiedName("lantai.web.security.RequestProblem")
                .should(notBePublic())
                .because("other features react to the kind of a failure, not to its name")
                .check(CLASSES);
    }
}
