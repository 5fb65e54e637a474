package id.deskpilkada.platform.web.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what the web server itself refuses, such as an address that is none, before the application sees it. Knows no bundles: the text is in both languages. */
class BareErrors extends ErrorReportValve {

    private static final String TEXT =
            "Permintaan ini tidak dapat dibaca server. Periksa alamatnya lalu coba lagi. / The server cannot read this request. Check the address and try again.";
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Halaman tidak dapat dibuka · Desk Pilkada</title><link rel="stylesheet" href="/desk.css"></head>
            <body><div class="wrap"><main><h1>Halaman tidak dapat dibuka</h1><p class="alert alert-warn">%s</p><p><a class="button" href="/">Halaman depan</a></p></main></div></body></html>
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var accept = request.getHeader("Accept");
        boolean page = accept != null && accept.contains("text/html");
        try {
            headers(response);
            response.setContentType(page ? "text/html" : "application/problem+json");
            response.setCharacterEncoding("utf-8");
            response.getOutputStream()
                    .write((page ? PAGE.formatted(TEXT) : problem(status)).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("No reader for the refusal", gone);
        }
    }

    private static String problem(int status) {
        return """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}"""
                .formatted(
                        status < 500 ? "Bad Request" : "Internal Server Error",
                        status,
                        TEXT,
                        status < 500 ? "BAD_REQUEST" : "UNEXPECTED");
    }

    private static void headers(Response response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
