/** What is kept. */
@NonNullApi
package org.example.store;
