package id.deskpilkada.platform.web.guard;

import java.util.Set;
import org.springframework.http.HttpStatus;

/** The code of a refusal of which nothing but the status is known. */
final class Codes {

    private static final Set<HttpStatus> NAMED = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.NOT_ACCEPTABLE,
            HttpStatus.PAYLOAD_TOO_LARGE,
            HttpStatus.URI_TOO_LONG,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);

    private Codes() {}

    static String of(HttpStatus status) {
        if (status == HttpStatus.UNAUTHORIZED) {
            return "SIGN_IN_REQUIRED";
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            return "TRY_AGAIN";
        }
        return NAMED.contains(status) ? status.name() : status.is5xxServerError() ? "UNEXPECTED" : "REFUSED";
    }
}
