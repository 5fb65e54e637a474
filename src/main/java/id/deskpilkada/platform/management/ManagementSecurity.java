package id.deskpilkada.platform.management;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Who may read the management port: without a token only the machine itself, asked by a name of its own so that no web page can have a browser ask for it; with a token,
 * whoever sends it as {@code Authorization: Bearer}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementSecurity.Access.class)
class ManagementSecurity {

    private static final String NAMESPACE = "management";
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");
    private static final RequestMatcher MANAGEMENT_PORT = ManagementSecurity::isOnManagementPort;
    private static final IpAddressMatcher IPV4_LOOPBACK = new IpAddressMatcher("127.0.0.0/8");
    private static final IpAddressMatcher IPV6_LOOPBACK = new IpAddressMatcher("::1");

    /** @param token what monitoring on another machine has to send; blank shuts all others out */
    @ConfigurationProperties("desk.management")
    record Access(@DefaultValue("") String token) {}

    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, Access access) throws Exception {
        return http.securityMatcher(MANAGEMENT_PORT)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, at) -> new AuthorizationDecision(isAllowed(at.getRequest(), access.token()))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .build();
    }

    private static boolean isAllowed(HttpServletRequest request, String token) {
        return token.isBlank() ? isTheMachineItself(request) : sendsToken(request, token);
    }

    private static boolean isTheMachineItself(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return (IPV4_LOOPBACK.matches(address) || IPV6_LOOPBACK.matches(address))
                && OWN_NAMES.contains(request.getServerName());
    }

    private static boolean sendsToken(HttpServletRequest request, String token) {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOnManagementPort(HttpServletRequest request) {
        var context = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
        return WebServerApplicationContext.hasServerNamespace(context, NAMESPACE);
    }
}
