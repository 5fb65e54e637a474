package id.deskpilkada.staff.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a browser signs out of Keycloak and is sent back to us. */
@Component
@InKeycloakMode
class LogoutAddress {

    private final KeycloakSettings settings;

    LogoutAddress(KeycloakSettings settings) {
        this.settings = settings;
    }

    String of(String idToken, HttpServletRequest request) {
        var back = ServletUriComponentsBuilder.fromContextPath(request)
                .path(DoorPages.LEFT)
                .toUriString();
        return UriComponentsBuilder.fromUriString(settings.logoutPage())
                .queryParam("id_token_hint", "{hint}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .queryParam("ui_locales", "id")
                .encode()
                .buildAndExpand(idToken, back)
                .toUriString();
    }
}
