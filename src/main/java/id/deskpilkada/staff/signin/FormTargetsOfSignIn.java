package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.web.FormTargets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A browser must be let go to wherever signing out ends. */
@Configuration(proxyBeanMethods = false)
class FormTargetsOfSignIn {

    @Bean
    FormTargets signInFormTargets(SignInWay way) {
        return new FormTargets(way.formTargets());
    }
}
