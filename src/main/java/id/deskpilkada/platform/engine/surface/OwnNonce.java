package id.deskpilkada.platform.engine.surface;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of a webapp's page with the request that it belongs to. The webapps keep it in the servlet context, where the next request, of whomever, writes over it: the page then
 * carries another nonce than its policy allows, the browser refuses every script, and somebody looks at an empty Tasklist.
 */
@Component
class OwnNonce extends OncePerRequestFilter implements Ordered {

    @Override
    public int getOrder() {
        return SecurityProperties.DEFAULT_FILTER_ORDER;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Holding(request), response);
    }

    private static final class Holding extends HttpServletRequestWrapper {

        private final ServletContext context;

        Holding(HttpServletRequest request) {
            super(request);
            context = (ServletContext) Proxy.newProxyInstance(
                    OwnNonce.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> {
                        if (arguments != null && arguments.length > 0 && ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                            return nonce(request, method.getName(), arguments);
                        }
                        try {
                            return method.invoke(request.getServletContext(), arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }

        private static @Nullable Object nonce(HttpServletRequest request, String method, Object[] arguments) {
            switch (method) {
                case "setAttribute" -> request.setAttribute(ATTR_CSP_FILTER_NONCE, arguments[1]);
                case "removeAttribute" -> request.removeAttribute(ATTR_CSP_FILTER_NONCE);
                default -> {
                    return request.getAttribute(ATTR_CSP_FILTER_NONCE);
                }
            }
            return null;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }
}
