package id.deskpilkada.platform.engine.surface;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Every method of every resource of the JAX-RS applications that run in a servlet context, found by walking their classes: {@code engine POST /engine/{name}/task/{id}/claim}. */
final class JaxRsMethods {

    private final Set<String> found = new TreeSet<>();
    private final Set<String> walked = new HashSet<>();

    static Set<String> of(ServletContext context) throws ReflectiveOperationException {
        var methods = new JaxRsMethods();
        for (var servlet : context.getServletRegistrations().values()) {
            var application = servlet.getInitParameter("jakarta.ws.rs.Application");
            if (application != null) {
                var mapping = servlet.getMappings().iterator().next();
                var name = mapping.replaceAll("^/camunda/api/|/\\*$", "");
                var built = (Application)
                        Class.forName(application).getDeclaredConstructor().newInstance();
                for (var type : built.getClasses()) {
                    methods.root(name, type);
                }
                for (var single : built.getSingletons()) {
                    methods.root(name, single.getClass());
                }
            }
        }
        return methods.found;
    }

    private void root(String application, Class<?> type) {
        var resource = Resource.from(type);
        if (resource != null && resource.getPath() != null) {
            walk(application, slashed(resource.getPath()), resource);
        }
    }

    /** The path of a class that a locator leads to does not count. */
    private void walk(String application, String path, Resource resource) {
        for (var method : resource.getAllMethods()) {
            if (method.getType() != ResourceMethod.JaxrsType.SUB_RESOURCE_LOCATOR) {
                found.add(application + " " + method.getHttpMethod() + " " + SurfaceTable.plain(path));
            }
        }
        var locator = resource.getResourceLocator();
        if (locator != null) {
            var target = locator.getInvocable().getRawResponseType();
            if (walked.add(application + path + target)) {
                var below = Resource.from(target, true);
                if (below == null) {
                    throw new AssertionError("cannot look into " + target + " at " + path);
                }
                walk(application, path, below);
            }
        }
        resource.getChildResources().forEach(child -> walk(application, path + slashed(child.getPath()), child));
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
