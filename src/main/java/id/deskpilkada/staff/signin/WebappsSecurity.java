package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Permission;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Tasklist, Cockpit and Admin. They bring their own protection against forged requests and their own headers. */
@Configuration(proxyBeanMethods = false)
class WebappsSecurity {

    @Bean
    @Order(3)
    SecurityFilterChain webapps(HttpSecurity http, CommonSecurity common, Refusals refusals) throws Exception {
        return common.on(http.securityMatcher(SecuredPaths.WEBAPPS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(SecuredPaths.WEBAPPS_SETUP)
                                .denyAll()
                                .requestMatchers(SecuredPaths.WEBAPPS_OVERVIEWS)
                                .access((signedIn, request) -> new AuthorizationDecision(overseesProcesses()))
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        refused -> refused.defaultAuthenticationEntryPointFor(refusals, SecuredPaths.WEBAPPS_API)
                                .defaultAuthenticationEntryPointFor(new ToSignInPage(), SecuredPaths.WEBAPPS)
                                .accessDeniedHandler(refusals))
                .build();
    }

    /** The engine counts what there is in all districts for everybody who may read the name of a process. */
    private static boolean overseesProcesses() {
        return CurrentActor.get()
                .filter(actor -> actor.may(Permission.WATCH_PROCESSES))
                .isPresent();
    }
}
