package id.deskpilkada.dashboard.publicview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one style of the public pages, which each of them carries in itself, and the content security policy that lets just this style in. */
@Component
class PublicPolicy {

    private static final String REST =
            "script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

    private final String style = read("templates/public/edisi.css");
    private final String content = "default-src 'none'; style-src "
            + FileBytes.policyHash(style.getBytes(StandardCharsets.UTF_8)) + "; " + REST;

    String style() {
        return style;
    }

    /** For the page itself, so that it is protected wherever it is copied to. */
    String inPage() {
        return content;
    }

    /** For the answer; a page cannot say by itself that it must not be framed. */
    String header() {
        return content + "; frame-ancestors 'none'";
    }

    static String read(String resource) {
        try {
            // Without what is for writers only: each page carries these bytes.
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*\\n\\s*", "\n")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
