package id.deskpilkada.platform.web;

import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom to tell about a hole in this installation, as RFC 9116 has it. */
@RestController
class SecurityContact {

    private static final int DAYS = 90;

    private final String contact;
    private final Clock clock;

    /** @param contact a {@code mailto:}, {@code https:} or {@code tel:} address; without one there is no such page */
    SecurityContact(@Value("${desk.security-contact:}") String contact, Clock clock) {
        if (!contact.isEmpty() && !contact.matches("(mailto:|https://|tel:)[^\\s]+")) {
            throw new IllegalStateException("desk.security-contact is no mailto:, https: or tel: address: " + contact);
        }
        this.contact = contact;
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String text() {
        if (contact.isEmpty()) {
            throw Problem.notFound("NOT_FOUND");
        }
        var expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(DAYS, ChronoUnit.DAYS);
        return "Contact: %s%nExpires: %s%nPreferred-Languages: id, en%n"
                .formatted(contact, expires)
                .replace("\r", "");
    }
}
