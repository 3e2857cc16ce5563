package nl.doorlichting.platform.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;

/**
 * The rules of the house style that ArchUnit can check. The test of a module includes them:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "nl.doorlichting.funding", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests houseRules = ArchTests.in(ArchitectureRules.class);
 *
 *     @ArchTest
 *     static final ArchRule features = ArchitectureRules.noCyclesBetweenFeatures("nl.doorlichting.funding");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final List<String> MODULES = List.of(
            "nl.doorlichting.funding",
            "nl.doorlichting.training",
            "nl.doorlichting.reporting",
            "nl.doorlichting.gateway",
            "nl.doorlichting.local");
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    /** Every way in has an access rule. */
    @ArchTest
    public static final ArchTests ACCESS = ArchTests.in(AccessArchitecture.class);

    /** Each use of framework internals has a stated reason. */
    @ArchTest
    public static final ArchTests INTERNALS = ArchTests.in(FrameworkInternals.class);

    /** Only resources depend on HTTP, and parameters that several of them have. */
    @ArchTest
    public static final ArchRule HTTP_ONLY_IN_RESOURCES = noClasses()
            .that(DescribedPredicate.not(
                    partOf("Resource").or(partOf("Parameter")).or(partOf("RestClient"))))
            .and()
            .resideOutsideOfPackages("nl.doorlichting.platform..", "nl.doorlichting.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .allowEmptyShould(true);

    /** A service uses another only by ids and HTTP. */
    @ArchTest
    public static final ArchRule MODULES_APART = modulesApart(MODULES);

    /** Entities, enums and records work and are tested without a framework. */
    @ArchTest
    public static final ArchRule DOMAIN_WITHOUT_FRAMEWORK = noClasses()
            .that(entityEnumOrRecord())
            .should()
            .dependOnClassesThat(resideInAPackage("io.quarkus..")
                    .and(DescribedPredicate.not(resideInAPackage("io.quarkus.runtime.annotations..")))
                    .or(resideInAPackage("jakarta.inject.."))
                    .or(resideInAPackage("jakarta.enterprise..")))
            .allowEmptyShould(true);

    /** Only services have transactions: one use case is one transaction. */
    @ArchTest
    public static final ArchRule TRANSACTIONS_ONLY_IN_SERVICES = CompositeArchRule.of(noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Service")
                    .should()
                    .beAnnotatedWith(TRANSACTIONAL)
                    .allowEmptyShould(true))
            .and(noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameNotEndingWith("Service")
                    .should()
                    .beAnnotatedWith(TRANSACTIONAL)
                    .allowEmptyShould(true));

    /** Entities change by methods of the domain, so that they are always consistent. */
    @ArchTest
    public static final ArchRule ENTITIES_WITHOUT_SETTERS = CompositeArchRule.of(methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(ENTITY)
                    .and()
                    .haveNameMatching("set[A-Z].*")
                    .should()
                    .notBePublic()
                    .allowEmptyShould(true))
            .and(fields().that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(ENTITY)
                    .and()
                    .areNotFinal()
                    .should()
                    .notBePublic()
                    .allowEmptyShould(true));

    /** A package is named after its feature. */
    @ArchTest
    public static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..mapper..")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .allowEmptyShould(true);

    /** Dependencies are parameters of the constructor. */
    @ArchTest
    public static final ArchRule CONSTRUCTOR_INJECTION =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    /** A change that is repeated after a lost answer gets that answer, not 412. */
    @ArchTest
    public static final ArchRule CHANGES_TAKE_A_KEY = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.PATCH")
            .should()
            .beAnnotatedWith("nl.doorlichting.platform.idempotency.Idempotent")
            .allowEmptyShould(true);

    /** What is kept for a repeated request is a whole answer. */
    @ArchTest
    public static final ArchRule ANSWERS_THAT_ARE_KEPT = methods()
            .that()
            .areAnnotatedWith("nl.doorlichting.platform.idempotency.Idempotent")
            .should()
            .haveRawReturnType("org.jboss.resteasy.reactive.RestResponse")
            .allowEmptyShould(true);

    /** A job without a connection is no error in the log. */
    @ArchTest
    public static final ArchRule JOBS_TRY_AGAIN = methods()
            .that()
            .areAnnotatedWith("io.quarkus.scheduler.Scheduled")
            .should()
            .beAnnotatedWith("nl.doorlichting.platform.jobs.BackgroundJob")
            .allowEmptyShould(true);

    /** A query of values names no class of them: see {@code ScalarQuery}. */
    @ArchTest
    public static final ArchRule NATIVE_QUERIES_WITHOUT_CLASS_OF_VALUES = noCodeUnits()
            .that(DescribedPredicate.describe("make a native query of a class", ArchitectureRules::makesQueryOfClass))
            .should(ArchConditions.have(DescribedPredicate.describe(
                    "a class of values as an argument", ArchitectureRules::namesClassOfValues)))
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static boolean makesQueryOfClass(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget())
                .anyMatch(target -> target.getName().equals("createNativeQuery")
                        && target.getRawParameterTypes().size() == 2);
    }

    private static boolean namesClassOfValues(JavaCodeUnit unit) {
        return unit.getReferencedClassObjects().stream()
                .map(named -> named.getRawType())
                .filter(type -> !type.getBaseComponentType().isEquivalentTo(Object.class))
                .anyMatch(type -> type.isArray() || type.getPackageName().startsWith("java."));
    }

    /**
     * Features may use one another in one direction only.
     *
     * @param module the module's root package; each package below it is a feature
     */
    public static ArchRule noCyclesBetweenFeatures(String module) {
        return slices().matching(module + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule modulesApart(List<String> modules) {
        List<ArchRule> rules = modules.stream()
                .map(module -> apartFrom(
                        module,
                        modules.stream().filter(other -> !other.equals(module)).toList()))
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule apartFrom(String module, List<String> others) {
        return noClasses()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream().map(other -> other + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    // A nested class belongs to the class that holds it.
    private static DescribedPredicate<JavaClass> partOf(String suffix) {
        return DescribedPredicate.describe("are a *" + suffix, type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getSimpleName().endsWith(suffix);
        });
    }

    private static DescribedPredicate<JavaClass> entityEnumOrRecord() {
        return DescribedPredicate.describe(
                "are entities, enums or records",
                type -> type.isAnnotatedWith(ENTITY) || type.isEnum() || type.isRecord());
    }
}
