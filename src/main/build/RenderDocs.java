import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the pages of the documentation: the frame ({@code page.html}) around the reference and around each guide, which are
 * written in Markdown. Run by the build as a single-file program: {@code RenderDocs <src/main/docs> <out>}.
 */
class RenderDocs {
    /** In the order in which they are read. */
    private static final List<String> GUIDES = List.of("paging", "dates", "as-of", "languages", "concurrency", "merging", "importing", "errors",
            "following", "access");
    private static final String SWAGGER_UI = "<link rel=\"stylesheet\" href=\"swagger-ui/swagger-ui.css\">\n"
            + "  <script src=\"swagger-ui/swagger-ui-bundle.js\" defer></script>\n  <script src=\"docs.js\" type=\"module\"></script>";

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().escapeHtml(true)
            .extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create()))
            .attributeProviderFactory(context -> links()).build();
    private final Path in;
    private final Path out;
    private final String frame;

    private RenderDocs(Path in, Path out) throws IOException {
        this.in = in;
        this.out = out;
        this.frame = Files.readString(in.resolve("page.html"));
    }

    /** A guide as it was read. */
    private record Guide(String name, String title, Node content) {
    }

    public static void main(String[] args) throws IOException {
        RenderDocs docs = new RenderDocs(Path.of(args[0]), Path.of(args[1]));
        List<Guide> guides = new ArrayList<>();
        for (String name : GUIDES) {
            Node content = docs.parser.parse(Files.readString(docs.in.resolve("guides/" + name + ".md")));
            guides.add(new Guide(name, title(content), content));
        }
        String reference = Files.readString(docs.in.resolve("reference.html"));
        docs.write("index.html", "Chancery API reference", "./", SWAGGER_UI, guides, "", reference.replace("{{contract}}", "v1.json"));
        docs.write("reconcile.html", "Chancery reconciliation service", "./", SWAGGER_UI, guides, "reconcile.html",
                reference.replace("{{contract}}", "reconcile.json"));
        for (Guide guide : guides) {
            docs.write("guides/" + guide.name() + ".html", guide.title() + " · Chancery", "../", "", guides, "guides/" + guide.name() + ".html",
                    "<article class=\"guide\">\n" + docs.renderer.render(guide.content()) + "</article>");
        }
    }

    private static String title(Node document) {
        if (document.getFirstChild() instanceof Heading heading && heading.getFirstChild() instanceof Text text) {
            return text.getLiteral();
        }
        throw new IllegalArgumentException("a guide begins with its title");
    }

    /** Guides refer to one another as files, so that they can be followed in the repository too. */
    private static AttributeProvider links() {
        return (Node node, String tag, Map<String, String> attributes) -> {
            if (node instanceof Link) {
                attributes.computeIfPresent("href", (name, target) -> target.replaceFirst("^([a-z-]+)\\.md(?=#|$)", "$1.html"));
            }
        };
    }

    private void write(String file, String title, String root, String head, List<Guide> guides, String here, String content) throws IOException {
        StringBuilder links = new StringBuilder();
        for (Guide guide : guides) {
            links.append("<a href=\"").append(root).append("guides/").append(guide.name()).append(".html\">").append(guide.title()).append("</a>\n    ");
        }
        String page = frame.replace("{{title}}", title).replace("{{head}}", head).replace("{{guides}}", links.toString().strip())
                .replace("{{root}}", root).replace("{{content}}", content.strip());
        String link = "href=\"" + root + here + "\"";
        page = page.replace("<a " + link, "<a aria-current=\"page\" " + link);
        Path target = out.resolve(file);
        Files.createDirectories(target.getParent());
        if (!Files.exists(target) || !Files.readString(target).equals(page)) {
            Files.writeString(target, page, StandardCharsets.UTF_8);
        }
    }
}
