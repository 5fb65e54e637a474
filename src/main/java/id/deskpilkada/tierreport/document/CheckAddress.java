package id.deskpilkada.tierreport.document;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Where anybody checks a report: under the installation's own address, or else the one by which the reader reached it. */
@Component
class CheckAddress {

    private static final int DIGITS = 16;

    private final String base;

    CheckAddress(@Value("${desk.notification.base-url:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** With the beginning of the digest, so that the page can tell an altered copy; null where no address is known. */
    @Nullable
    String of(String code, String digest) {
        var root = root();
        return root == null
                ? null
                : root.path("/public/laporan/{code}")
                        .queryParam("d", digest.substring(0, DIGITS))
                        .buildAndExpand(code)
                        .encode()
                        .toUriString();
    }

    private @Nullable UriComponentsBuilder root() {
        if (!base.isEmpty()) {
            return UriComponentsBuilder.fromUriString(base);
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? null
                : ServletUriComponentsBuilder.fromCurrentContextPath();
    }
}
