package id.deskpilkada.staff.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;

/** Programs, and scripts of our pages with the browser's session. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, CommonSecurity common, Refusals refusals) throws Exception {
        return common.on(http.securityMatcher(SecuredPaths.API))
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .csrfTokenRequestHandler(new CsrfTokens())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .requireCsrfProtectionMatcher(CsrfTokens.neededOnApi())
                        .ignoringRequestMatchers(
                                SecuredPaths.SIGN_IN_BY_PROGRAM,
                                SecuredPaths.DELIVERY_REPORTS,
                                SecuredPaths.SMS_INBOUND,
                                SecuredPaths.TIER_INTAKE,
                                SecuredPaths.DISPATCH_LINKS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        SecuredPaths.SIGN_IN_BY_PROGRAM,
                                        SecuredPaths.DELIVERY_REPORTS,
                                        SecuredPaths.SMS_INBOUND,
                                        SecuredPaths.TIER_INTAKE,
                                        SecuredPaths.DISPATCH_LINKS)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }
}
