package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a project say of its version. Either all speak of one release, whose contract is the released one, or all of the
 * work on a version that is newer than the released one; the next cut of the same candidate ({@code 1.1.0-rc.1}) is newer, too.
 *
 * @param pom the version of the POM
 * @param changelog the text of CHANGELOG.md
 * @param built the bundled contract
 * @param released the contract that was released last
 */
record Versions(String pom, String changelog, String built, String released) {
    private static final Pattern POM = Pattern.compile("<artifactId>chancery</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+) \\((unreleased|\\d{4}-\\d{2}-\\d{2})\\)$");

    static Versions of(Path project, String built) throws IOException {
        Matcher pom = POM.matcher(Files.readString(project.resolve("pom.xml")));
        if (!pom.find()) {
            throw new IllegalStateException("the POM has no version");
        }
        return new Versions(pom.group(1), Files.readString(project.resolve("CHANGELOG.md")), built,
                Files.readString(project.resolve(Documents.RELEASED)));
    }

    /** Empty where all is well. */
    List<String> disagreements() throws IOException {
        List<String> wrong = new ArrayList<>();
        String version = version(built);
        String last = version(released);
        boolean isRelease = !pom.endsWith("-SNAPSHOT");
        if (!pom.replace("-SNAPSHOT", "").equals(version)) {
            wrong.add("the POM is of " + pom + ", the contract of " + version);
        }
        Matcher heading = HEADING.matcher(changelog);
        if (!heading.find() || !heading.group(1).equals(version) || heading.group(2).equals("unreleased") == isRelease) {
            wrong.add("CHANGELOG.md does not begin with ## " + version + (isRelease ? " and its date" : " (unreleased)"));
        }
        if (!Pattern.compile("(?m)^## " + Pattern.quote(last) + " \\(").matcher(changelog).find()) {
            wrong.add("CHANGELOG.md has no heading for " + last + ", which is released");
        }
        if (isRelease && !built.equals(released)) {
            wrong.add("the contract is no longer that of " + pom + ": begin the next version");
        }
        boolean newer = Version.parse(version).compareTo(Version.parse(last)) > 0;
        if (!isRelease && !newer && !(version.equals(last) && version.contains("-"))) {
            wrong.add("the contract is of " + version + ", which is not newer than " + last + ", which is released");
        }
        return wrong;
    }

    private static String version(String contract) throws IOException {
        JsonNode version = Documents.YAML.readTree(contract).at("/info/version");
        return version.textValue();
    }
}
