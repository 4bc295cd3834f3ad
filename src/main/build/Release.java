import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the project a version, in the contract, the POM and the CHANGELOG. Run by the build as a single-file program:
 * {@code Release <version> <project> <bundled contract>}.
 *
 * <p>{@code 1.1.0} is a release: the heading in the CHANGELOG gets today's date (UTC), and the bundled contract becomes the
 * released one, from which later ones are held not to break anything. {@code 1.1.0-SNAPSHOT} begins the work on 1.1.0. A candidate
 * ({@code 1.1.0-rc.1}) may be cut again until it is announced, a release never. All is checked before the first file is written.
 */
class Release {
    /** Semantic Versioning 2.0.0, without build metadata. */
    private static final Pattern SEMVER = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern CONTRACT_VERSION = Pattern.compile("(?m)^(?<before>info:\\R(?:[ #].*\\R)*?  version: \"?)(?<version>[^\"\\s]+)");
    private static final Pattern POM_VERSION = Pattern.compile("(?<before><artifactId>chancery</artifactId>\\s*<version>)[^<]+");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (?<version>\\S+) \\((?<when>.+)\\)$");

    private final String version;
    private final Path project;
    private final Map<Path, String> edited = new LinkedHashMap<>();

    Release(String version, Path project) {
        this.version = version;
        this.project = project;
    }

    public static void main(String[] args) throws IOException {
        boolean begins = args[0].endsWith("-SNAPSHOT");
        Release release = new Release(args[0].replaceFirst("-SNAPSHOT$", ""), Path.of(args[1]));
        try {
            release.checkVersion();
            release.edit("pom.xml", POM_VERSION, args[0]);
            release.edit("openapi/openapi.yaml", CONTRACT_VERSION, release.version);
            if (begins) {
                release.begin();
            } else {
                release.cut(Files.readString(Path.of(args[2])));
            }
        } catch (IllegalStateException e) {
            System.err.println("[ERROR] " + e.getMessage());
            System.exit(1);
        }
        for (Map.Entry<Path, String> file : release.edited.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
            System.out.println(args[0] + ": " + release.project.relativize(file.getKey()));
        }
    }

    private void checkVersion() throws IOException {
        if (!SEMVER.matcher(version).matches()) {
            throw new IllegalStateException(version + " is no semantic version");
        }
        Path released = project.resolve("openapi/released/v1.yaml");
        if (Files.exists(released)) {
            String last = find(CONTRACT_VERSION, released, Files.readString(released)).group("version");
            boolean candidateAgain = version.equals(last) && version.contains("-");
            if (!candidateAgain && Version.parse(version).compareTo(Version.parse(last)) <= 0) {
                throw new IllegalStateException(version + " is not newer than " + last + ", which is released");
            }
        }
    }

    private void cut(String bundled) throws IOException {
        Path changelog = project.resolve("CHANGELOG.md");
        String text = Files.readString(changelog);
        Matcher first = find(HEADING, changelog, text);
        if (!first.group("when").equals("unreleased") && !first.group("version").equals(version)) {
            throw new IllegalStateException("CHANGELOG.md has nothing unreleased");
        }
        edited.put(changelog, first.replaceFirst("## " + version + " (" + LocalDate.now(ZoneOffset.UTC) + ")"));
        Path released = project.resolve("openapi/released/v1.yaml");
        edited.put(released, find(CONTRACT_VERSION, released, bundled).replaceFirst("${before}" + version));
        Path breaks = released.resolveSibling("breaks.yaml");
        String header = Files.readString(breaks).lines().takeWhile(line -> line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
        edited.put(breaks, header + "[]\n");
    }

    private void begin() throws IOException {
        Path changelog = project.resolve("CHANGELOG.md");
        String text = Files.readString(changelog);
        Matcher first = find(HEADING, changelog, text);
        String heading = "## " + version + " (unreleased)";
        boolean renames = first.group("when").equals("unreleased") || first.group("version").equals(version);
        edited.put(changelog, renames ? first.replaceFirst(heading)
                : text.substring(0, first.start()) + heading + "\n\n" + text.substring(first.start()));
    }

    private void edit(String name, Pattern pattern, String value) throws IOException {
        Path file = project.resolve(name);
        edited.put(file, find(pattern, file, Files.readString(file)).replaceFirst("${before}" + value));
    }

    private static Matcher find(Pattern pattern, Path file, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(file + " does not have " + pattern);
        }
        return matcher;
    }
}
