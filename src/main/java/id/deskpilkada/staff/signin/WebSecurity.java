package id.deskpilkada.staff.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in where. Addresses are matched by matcher objects: a string would not see what the webapps' own servlet serves. Nothing is kept in an HTTP session, so that a
 * restart or another node makes no difference.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final RequestMatcher STATIC = paths(
            "/css/**", "/js/**", "/img/**", "/icons/**", "/webjars/**", "/favicon.ico", "/*.css", "/*.js", "/*.svg");
    private static final RequestMatcher API = paths("/api/**");
    private static final RequestMatcher WEBAPPS = paths("/camunda/**");
    private static final RequestMatcher OPEN_PAGES = paths(
            "/",
            "/masuk",
            "/keluar",
            "/atur-ulang",
            "/public/**",
            "/error",
            "/actuator/health/**",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/**");

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private final Sessions sessions;
    private final BasicPasswords passwords;
    private final Refusals refusals;

    WebSecurity(Sessions sessions, BasicPasswords passwords, Refusals refusals) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.refusals = refusals;
    }

    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(STATIC))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(API))
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .csrfTokenRequestHandler(new CsrfTokens())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .requireCsrfProtectionMatcher(CsrfTokens.neededOnApi())
                        .ignoringRequestMatchers(withDefaults().matcher(HttpMethod.POST, "/api/sessions")))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(withDefaults().matcher(HttpMethod.POST, "/api/sessions"))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** The webapps bring their own protection against forged requests and their own headers. */
    @Bean
    @Order(3)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(WEBAPPS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(paths("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        refused -> refused.defaultAuthenticationEntryPointFor(refusals, paths("/camunda/api/**"))
                                .defaultAuthenticationEntryPointFor(new ToSignInPage(), WEBAPPS)
                                .accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return common(http)
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .csrfTokenRequestHandler(new CsrfTokens())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .requireCsrfProtectionMatcher(CsrfTokens.neededOnPages()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new ToSignInPage()))
                .build();
    }

    /** The webapps keep their view of who is signed in in an HTTP session: were its id changed at every request, those that run side by side would lose it. */
    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .addFilterBefore(new SignInFilter(sessions, passwords), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(content -> content.policyDirectives(CONTENT)));
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) withDefaults().matcher(pattern))
                .toList());
    }
}
