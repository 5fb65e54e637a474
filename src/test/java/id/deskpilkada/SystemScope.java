package id.deskpilkada;

import id.deskpilkada.platform.Scope;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** The test's own thread works for the whole installation, like the application's background work; requests that it sends have the territory of whoever signs in. */
class SystemScope implements InvocationInterceptor {

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        everywhere(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        everywhere(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        everywhere(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        everywhere(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        everywhere(invocation);
    }

    private static void everywhere(Invocation<Void> invocation) throws Throwable {
        var failure = Scope.<Throwable>system("test", () -> {
            try {
                invocation.proceed();
                return null;
            } catch (Throwable thrown) {
                return thrown;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }
}
