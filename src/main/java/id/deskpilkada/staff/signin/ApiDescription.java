package id.deskpilkada.staff.signin;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document: what this interface is, what its figures are not, and how to sign in. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi(MessageSource texts) {
        var disclaimer = texts.getMessage("disclaimer", null, Locale.forLanguageTag("id"));
        return new OpenAPI()
                .info(new Info()
                        .title("Desk Pilkada")
                        .version("1")
                        .description(disclaimer + " Errors are RFC 9457 problem details with a code.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes("bearer", http("bearer", "Token from POST /api/sessions"))
                        .addSecuritySchemes("basic", http("basic", "User name and password"))
                        .addSecuritySchemes("session", cookie()))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    private static SecurityScheme http(String scheme, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private static SecurityScheme cookie() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(SessionCookie.NAME)
                .description(
                        "A browser's session; unsafe requests need the header X-XSRF-TOKEN with the value of the cookie DESK-XSRF-TOKEN");
    }
}
