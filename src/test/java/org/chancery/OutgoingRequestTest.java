package org.chancery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** URLs that clients give are data: nothing of the service fetches them, but webhooks, which have checks of their own. */
class OutgoingRequestTest {
    private static final String CLIENTS = "java\\.net\\.http\\..*|java\\.net\\.(HttpURLConnection|Socket)|io\\.vertx\\..*\\.(Http|Web|Net)Client.*"
            + "|jakarta\\.ws\\.rs\\.client\\..*|org\\.eclipse\\.microprofile\\.rest\\.client\\..*";

    @Test
    void service_shouldFetchNothing() {
        noClasses().that().resideOutsideOfPackages("org.chancery.webhook..")
                .should().dependOnClassesThat().haveNameMatching(CLIENTS)
                .orShould().callMethod(URL.class, "openStream").orShould().callMethod(URL.class, "openConnection")
                .because("a link of a source may lead into the network of the service (OWASP API7:2023)")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.chancery"));
    }
}
