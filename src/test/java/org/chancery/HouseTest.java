package org.chancery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import org.chancery.problem.ProblemDocument;
import org.chancery.record.RecordService;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may call whom. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.chancery");

    /** What all nouns use. */
    private static final String[] SHARED = {"org.chancery.contract..", "org.chancery.http..", "org.chancery.paging..", "org.chancery.problem..",
        "org.chancery.record..", "org.chancery.stream..", "org.chancery.text..", "org.chancery.time..", "org.chancery.api..", "java..", "jakarta..",
        "com.fasterxml.jackson..", "io.vertx..", "org.apache.commons.codec..", "org.jboss.."};

    /** Of another noun a resource may use what answers for it: its service or its lists, never its rows or resource. */
    @Test
    void resource_shouldUseItsNounServicesAndWhatIsSharedOnly() {
        classes().that(simpleNameEndingWith("Resource")).should(new ArchCondition<>("use their own package, services and the shared ones only") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                for (Dependency dependency : resource.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !target.getSimpleName().matches(".*(Service|Lists)") && !target.getPackage().equals(resource.getPackage()) && !resideInAnyPackage(SHARED).test(target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        }).check(HOUSE);
    }

    @Test
    void resource_shouldNotBeUsedByOthers() {
        noClasses().that().haveNameNotMatching(".*Resource(\\$.*)?").should().dependOnClassesThat(simpleNameEndingWith("Resource")).check(HOUSE);
    }

    @Test
    void resource_shouldNotTouchTheDatabase() {
        noClasses().that().haveSimpleNameEndingWith("Resource").should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..",
                "org.hibernate..", "java.sql..").check(HOUSE);
    }

    @Test
    void entity_shouldKnowNeitherHttpNorJson() {
        noClasses().that().areAnnotatedWith(Entity.class).should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..",
                "com.fasterxml.jackson..", "org.chancery.http..").check(HOUSE);
    }

    @Test
    void problemDocument_shouldBeBuiltInItsPackageOnly() {
        noClasses().that().resideOutsideOfPackages("org.chancery.problem..", "org.chancery.api..").should().dependOnClassesThat(
                DescribedPredicate.or(assignableTo(ProblemDocument.class), DescribedPredicate.describe("the generated Problem",
                        type -> type.getName().equals("org.chancery.api.model.Problem")))).check(HOUSE);
    }

    @Test
    void field_shouldNotBeInjected_butInTheHierarchyOfRecordService() {
        fields().that().areDeclaredInClassesThat(DescribedPredicate.not(assignableTo(RecordService.class))).should()
                .notBeAnnotatedWith(Inject.class).check(HOUSE);
    }

    @Test
    void date_shouldBeOfJavaTime() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class).check(HOUSE);
    }

    @Test
    void sharedPackage_shouldNotKnowANoun() {
        noClasses().that().resideInAnyPackage("org.chancery.contract..", "org.chancery.paging..", "org.chancery.problem..",
                "org.chancery.record..", "org.chancery.text..", "org.chancery.time..", "org.chancery.http..").should()
                .dependOnClassesThat(resideInAPackage("org.chancery..").and(DescribedPredicate.not(resideInAnyPackage(SHARED)))).check(HOUSE);
    }

    @Test
    void packages_shouldBeFreeOfCycles() {
        slices().matching("org.chancery.(*)..").should().beFreeOfCycles().check(HOUSE);
    }
}
