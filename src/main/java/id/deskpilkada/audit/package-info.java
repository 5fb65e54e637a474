/** Reading the trail of who did what: for supervisors on a page, for auditors as a file they can recompute. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: audit", "platform :: chain", "imports", "region"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.audit;
