/** Who is named for which village and TPS before the day: the camat's work, accounts, letters, training, practice and replacements. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: audit",
            "platform :: document",
            "imports",
            "region",
            "election",
            "staff",
            "staff :: duty",
            "notification"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.assignment;
