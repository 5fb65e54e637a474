package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.CurrentActor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the person who is signed in here over to Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
class WebappSignIn {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignInFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", CurrentPerson.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    /** Made by the filter from its name. */
    public static class CurrentPerson extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            return CurrentActor.get()
                    .map(actor -> {
                        var result = AuthenticationResult.successful(actor.username());
                        result.setGroups(actor.groups());
                        return result;
                    })
                    .orElseGet(AuthenticationResult::unsuccessful);
        }
    }
}
