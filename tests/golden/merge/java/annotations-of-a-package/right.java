/** What is kept. */
@NonNullApi
@Internal
package org.example.store;
