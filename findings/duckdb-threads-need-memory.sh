#!/usr/bin/env bash
# DuckDB 1.5.5.1 (duckdb_jdbc): a statement that fits the memory limit on one thread does not fit it on sixteen, temp directory or not.
#
# Data: 1,500,000 rows of a customer and an invoice (texts of 40 characters) and an amount; memory_limit 40 MiB, which is enough to spill:
#   SELECT count(*) FROM (SELECT customer, invoice, sum(amount) FROM t GROUP BY ALL)
# Expected: the same answer with any number of threads, or an error with any
# Seen:     one thread: 1499992 groups; sixteen threads: "Out of Memory Error: failed to pin block of size 256.0 KiB"
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=org.duckdb:duckdb_jdbc:1.5.5.1 -DoutputDirectory=. > /dev/null
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:rows.duckdb");
                Statement sql = connection.createStatement()) {
            sql.execute("SET threads = 1");
            sql.execute("CREATE TABLE t AS SELECT 'customer' || md5((hash(i) % 300000)::VARCHAR) AS customer,"
                    + " 'invoice-' || md5((hash(i + 7) % 375000)::VARCHAR) AS invoice, i % 97 / 3.0 AS amount FROM range(1500000) r(i)");
            sql.execute("CHECKPOINT");
            sql.execute("SET memory_limit = '40MiB'");
            System.out.println(groups(sql, 1) + " " + groups(sql, 16));
        }
    }

    static String groups(Statement sql, int threads) throws SQLException {
        sql.execute("SET threads = " + threads);
        try (ResultSet row = sql.executeQuery("SELECT count(*) FROM (SELECT customer, invoice, sum(amount) FROM t GROUP BY ALL)")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getMessage().contains("Out of Memory") ? "out-of-memory" : e.getMessage();
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp duckdb_jdbc-1.5.5.1.jar Finding.java 2> /dev/null)
echo "groups on one and on sixteen threads: $seen"
[ "$seen" = "1499992 out-of-memory" ]
