package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.web.Surface;
import jakarta.servlet.http.HttpServletRequest;

/** What a request is about, as far as limits tell requests apart. */
enum Traffic {
    SIGN_IN,
    PUBLIC,
    REPORTS,
    PHOTOS,
    EXPORTS,
    IMPORTS,
    INTAKE,
    FILES,
    OTHER;

    private static final String PHOTO_FORMS =
            "/(lapangan/c1|api/c1)/[^/]+/[^/]+/(foto|photos)|/lapangan/kejadian(/foto|/laporan/[^/]+)?";
    private static final String REPORT_FORMS = "/lapangan/(c1/[^/]+/[^/]+|pemungutan|kejadian/darurat)";
    private static final String FIGURES = "/api/official-figures|/desk/perbandingan/impor";

    static Traffic of(HttpServletRequest request) {
        return of(request.getMethod(), Surface.path(request));
    }

    static Traffic of(String method, String path) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (!reading
                && (path.startsWith("/masuk")
                        || path.equals("/atur-ulang")
                        || path.equals("/kata-sandi")
                        || path.equals("/api/sessions"))) {
            return SIGN_IN;
        }
        if (path.startsWith("/api/photos/") || path.matches(PHOTO_FORMS)) {
            return PHOTOS;
        }
        if (!reading && (path.startsWith("/api/field-reports/") || path.matches(REPORT_FORMS))) {
            return REPORTS;
        }
        if (!reading
                && (path.startsWith("/api/imports/") || path.startsWith("/setup/imports/") || path.matches(FIGURES))) {
            return IMPORTS;
        }
        if (!reading && path.equals("/api/tier-reports/intake")) {
            return INTAKE;
        }
        if (path.startsWith("/api/") && path.matches(".*\\.(csv|xlsx|pdf|zip)")) {
            return EXPORTS;
        }
        return quiet(path);
    }

    private static Traffic quiet(String path) {
        if (path.equals("/") || path.startsWith("/public/")) {
            return PUBLIC;
        }
        var surface = Surface.of(path);
        return surface == Surface.FILE || surface == Surface.WEBAPP_FILE ? FILES : OTHER;
    }
}
