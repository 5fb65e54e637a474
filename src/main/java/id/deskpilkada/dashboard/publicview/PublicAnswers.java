package id.deskpilkada.dashboard.publicview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands a file out: compressed as it is held to who takes that, and only its tag to who has it already. */
@Component
class PublicAnswers {

    static final String CACHE = "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";

    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*(?:x-)?gzip\\s*(?:;\\s*q\\s*=\\s*([0-9.]+)\\s*)?(?:,|$)");

    private final PublicPolicy policy;

    PublicAnswers(PublicPolicy policy) {
        this.policy = policy;
    }

    void write(PublicFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE);
        response.setHeader(HttpHeaders.ETAG, file.etag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (file.isPage()) {
            response.setHeader("Content-Security-Policy", policy.header());
        }
        if (known(request.getHeader(HttpHeaders.IF_NONE_MATCH), file.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.contentType());
        boolean packed = takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var bytes = packed ? file.gzip() : file.plain();
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** Compared weakly, as RFC 9110 asks for this header: a cache in between may have made the tag weak or strong. */
    private static boolean known(@Nullable String tags, String etag) {
        return tags != null && (tags.strip().equals("*") || tags.contains(etag.substring(2)));
    }

    static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        var found = GZIP.matcher(accepted.toLowerCase(Locale.ROOT));
        return found.find() && (found.group(1) == null || !found.group(1).matches("0(\\.0*)?"));
    }
}
