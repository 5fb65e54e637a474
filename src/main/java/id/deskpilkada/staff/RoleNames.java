package id.deskpilkada.staff;

import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a role at a place is called: "Camat Kramatwatu", "Petugas TPS 001 Baros"; in Indonesian wherever it is kept or sent. */
@Component
public class RoleNames {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final int VILLAGE_DIGITS = 10;

    private final Regions regions;
    private final MessageSource texts;

    RoleNames(Regions regions, MessageSource texts) {
        this.regions = regions;
        this.texts = texts;
    }

    public String of(Grant grant) {
        return role(grant.role()) + " " + place(grant.area());
    }

    public String role(String code) {
        return role(code, INDONESIAN);
    }

    /** In the language of whoever reads the page. */
    public String asRead(Grant grant) {
        return asRead(grant.role()) + " " + place(grant.area());
    }

    /** In the language of whoever reads the page. */
    public String asRead(String code) {
        return role(code, Messages.locale());
    }

    private String role(String code, Locale language) {
        if (Role.isAgency(code)) {
            var agency = code.substring(Role.AGENCY_PREFIX.length());
            return texts.getMessage("staff.role.agency", new Object[] {agency.toUpperCase(Locale.ROOT)}, language);
        }
        return Objects.requireNonNullElse(texts.getMessage("staff.role." + code, null, code, language), code);
    }

    private String place(String area) {
        return area.length() > VILLAGE_DIGITS
                ? area.substring(VILLAGE_DIGITS) + " " + regions.name(area.substring(0, VILLAGE_DIGITS))
                : regions.name(area);
    }
}
