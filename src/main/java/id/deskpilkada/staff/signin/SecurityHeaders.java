package id.deskpilkada.staff.signin;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** The headers by which our answers limit what a browser does with them. */
@Component
class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self'";

    private final String content;

    SecurityHeaders(SignInWay way) {
        var targets = way.formTargets();
        content = targets.isEmpty() ? CONTENT : CONTENT + " " + String.join(" ", targets);
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(content));
    }
}
